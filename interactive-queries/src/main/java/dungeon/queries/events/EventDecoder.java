package dungeon.queries.events;

import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events from records. Used by several threads. */
final class EventDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(EventDecoder.class);
    private static final String TOPIC = Topics.EVENTS.name();

    private final Deserializer<Event> deserializer;

    EventDecoder(Deserializer<Event> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * The event in a record; empty for what is none, and for rejections of commands to no game, which have no number.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry does not answer
     */
    Optional<FeedEvent> read(ConsumerRecord<byte[], byte[]> record) {
        return decode(record).map(event -> of(event, record));
    }

    /** As it is kept. */
    static FeedEvent of(Event event, ConsumerRecord<byte[], byte[]> record) {
        return new FeedEvent(
                event.getSequence(), record.offset(), event.getPayload() instanceof GamePurged, record.value());
    }

    /** The same, decoded. */
    Optional<Event> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            Event event = deserializer.deserialize(TOPIC, record.value());
            return event.getSequence() <= 0 ? Optional.empty() : Optional.of(event);
        } catch (UndecodableException e) {
            LOG.debug("Left out a record from {}-{} at {}", TOPIC, record.partition(), record.offset(), e);
            return Optional.empty();
        }
    }

    EventFrame frame(long sequence, byte[] avro) {
        Event event = deserializer.deserialize(TOPIC, avro);
        return EventFrame.of(sequence, JsonWriter.flat(event).toString(), EventSubjects.of(event));
    }
}
