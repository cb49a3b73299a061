package dungeon.platform.streams.runtime;

import dungeon.platform.streams.pace.CommitLag;
import dungeon.platform.streams.pace.CommitPace;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients for Kafka Streams that tell the pace of their thread what was fetched, and when it has committed. */
public final class PacedClients extends PlainClients {
    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new PacedConsumer(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new PacedProducer(settings);
    }

    private static final class PacedConsumer extends KafkaConsumer<byte[], byte[]> {
        PacedConsumer(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
            CommitPace.ofThread().fetched(records.count());
            return records;
        }
    }

    private static final class PacedProducer extends KafkaProducer<byte[], byte[]> {
        PacedProducer(Map<String, Object> settings) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            super.commitTransaction();
            CommitPace.ofThread().committed();
            CommitLag.ofThread().committed();
        }
    }
}
