package dungeon.queries.events;

import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.serde.UndecodableException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events from records. Used by several threads. */
final class EventDecoder<E extends SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(EventDecoder.class);

    private final EventSource<E> source;

    EventDecoder(EventSource<E> source) {
        this.source = source;
    }

    /** Where its records are. */
    String topic() {
        return source.topic().name();
    }

    /**
     * The event in a record; empty for what is none, and for rejections of commands to no aggregate, which have no number.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry does not answer
     */
    Optional<FeedEvent> read(ConsumerRecord<byte[], byte[]> record) {
        return decode(record).map(event -> of(event, record));
    }

    /** As it is kept. */
    FeedEvent of(E event, ConsumerRecord<byte[], byte[]> record) {
        return new FeedEvent(source.sequenceOf(event), record.offset(), source.isLast(event), record.value());
    }

    /** The same, decoded. */
    Optional<E> decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            E event = source.read(record.value());
            return source.sequenceOf(event) <= 0 ? Optional.empty() : Optional.of(event);
        } catch (UndecodableException e) {
            LOG.debug("Left out a record from {}-{} at {}", topic(), record.partition(), record.offset(), e);
            return Optional.empty();
        }
    }

    EventFrame frame(long sequence, byte[] avro) {
        E event = source.read(avro);
        return EventFrame.of(sequence, JsonWriter.flat(event).toString(), EventSubjects.of(event, source.format()));
    }
}
