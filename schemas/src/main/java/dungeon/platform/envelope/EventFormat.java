package dungeon.platform.envelope;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where the envelope of a context's events has which part.
 *
 * @param type the generated class
 * @param factory makes one, with {@code remaining} 0
 * @param <E> the type of the events
 */
public record EventFormat<E extends SpecificRecord>(
        Class<E> type,
        Factory<E> factory,
        Function<E, String> aggregateId,
        ToLongFunction<E> sequence,
        Function<E, Instant> time,
        Function<E, String> commandId,
        Function<E, String> playerId,
        Function<E, Object> payload,
        ToIntFunction<E> remaining,
        ObjIntConsumer<E> setRemaining) {

    /** Makes an event; Avro's own constructor of an envelope has this form. */
    public interface Factory<E> {
        E create(
                String aggregateId,
                Long sequence,
                Instant time,
                String commandId,
                String playerId,
                Integer remaining,
                Object payload);
    }

    /** An event that nothing of the same decision follows yet. */
    public E create(EventMetadata metadata, SpecificRecord payload) {
        return factory.create(
                metadata.aggregateId(),
                metadata.sequence(),
                metadata.time(),
                metadata.commandId(),
                metadata.playerId(),
                0,
                payload);
    }

    /** What an event is, but for what happened. */
    public EventMetadata metadataOf(E event) {
        return new EventMetadata(
                aggregateId.apply(event),
                sequence.applyAsLong(event),
                time.apply(event),
                commandId.apply(event),
                playerId.apply(event));
    }

    /** What happened. */
    public SpecificRecord payloadOf(E event) {
        return (SpecificRecord) payload.apply(event);
    }
}
