package dungeon.robots;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one decision is expected to publish.
 *
 * @param atMs game time, in ms since the scenario began
 * @param commandId the command that led to it; null if none did
 * @param playerId whose command it was; null if nobody's or an administrator's
 */
public record Decided(long atMs, String commandId, String playerId, List<SpecificRecord> payloads) {
    public static Decided byTimer(long atMs, SpecificRecord... payloads) {
        return new Decided(atMs, null, null, List.of(payloads));
    }

    /** By a command, at once or later from the queue. */
    public static Decided by(Outcome command, long atMs, SpecificRecord... payloads) {
        return new Decided(atMs, command.commandId(), command.playerId(), List.of(payloads));
    }
}
