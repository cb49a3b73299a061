package dungeon.queries.positions;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The consumer of a stream thread, which tells what it has handed over and where it stands. */
final class PositionedConsumer extends KafkaConsumer<byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(PositionedConsumer.class);

    private final FoldedUpTo folded;

    PositionedConsumer(Map<String, Object> settings, FoldedUpTo folded) {
        super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.folded = folded;
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        for (TopicPartition partition : assignment()) {
            try {
                long position = position(partition, Duration.ZERO);
                folded.polled(partition.partition(), lastOffset(records.records(partition)), position);
            } catch (TimeoutException e) {
                LOG.trace("Where the group stands in {} is known after one of the next polls", partition, e);
            }
        }
        return records;
    }

    private static long lastOffset(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.isEmpty() ? -1 : records.get(records.size() - 1).offset();
    }
}
