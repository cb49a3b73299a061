package dungeon.queries.events;

import dungeon.platform.envelope.EventFormat;
import dungeon.platform.streams.ContextModule;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Whose events are followed.
 *
 * @param context its name
 * @param topic where they are
 * @param format where an event has which part
 * @param last the type of the event behind which no other one of its aggregate follows, ever
 * @param deserializer reads them; used by several threads
 */
public record EventSource<E extends SpecificRecord>(
        String context, Topic<E> topic, EventFormat<E> format, Class<?> last, Deserializer<E> deserializer) {

    /** The events of a context. */
    public static <E extends SpecificRecord> EventSource<E> of(
            ContextModule<?, E> module, Class<?> last, Deserializer<E> deserializer) {
        return new EventSource<>(
                module.name(), module.events(), module.context().events(), last, deserializer);
    }

    /**
     * An event of the log.
     *
     * @throws UndecodableException if the bytes are none
     */
    E read(byte[] avro) {
        return deserializer.deserialize(topic.name(), avro);
    }

    long sequenceOf(E event) {
        return format.sequence().applyAsLong(event);
    }

    boolean isLast(E event) {
        return last.isInstance(format.payload().apply(event));
    }
}
