package dungeon.platform.envelope;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where the envelope of a context's commands has which part.
 *
 * @param type the generated class
 * @param tick makes a command that says that time has passed; null for a context without timers
 * @param isTick whether a payload is that of a tick
 * @param isLarge whether a payload means a lot of work, or is repeated by the events that come of it
 * @param cause the event of another context that led to the command; null for all that players send
 * @param causedBy makes a command of another context's relay; null for a context that takes none
 * @param <C> the type of the commands
 */
public record CommandFormat<C extends SpecificRecord>(
        Class<C> type,
        Function<C, String> aggregateId,
        Function<C, String> commandId,
        Function<C, Instant> issuedAt,
        Function<C, String> playerId,
        Function<C, Object> payload,
        TickFactory<C> tick,
        Predicate<Object> isTick,
        Predicate<Object> isLarge,
        Function<C, Cause> cause,
        CausedFactory<C> causedBy) {

    /** Makes a tick. */
    public interface TickFactory<C> {
        C create(String commandId, Instant issuedAt, String aggregateId);
    }

    /** Makes a command that an event of another context leads to. */
    public interface CausedFactory<C> {
        C create(String commandId, Instant issuedAt, String aggregateId, Cause cause, SpecificRecord payload);
    }

    /** The order itself. */
    public SpecificRecord payloadOf(C command) {
        return (SpecificRecord) payload.apply(command);
    }
}
