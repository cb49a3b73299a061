package dungeon.platform.streams.runtime;

import dungeon.platform.streams.pace.CommitPace;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients that Kafka Streams makes by itself, but for a producer that tells how long commits take. */
public final class PacedClients implements KafkaClientSupplier {
    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new PacedProducer(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return getConsumer(settings);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return getConsumer(settings);
    }

    /** A stream thread begins its commits with a flush. */
    private static final class PacedProducer extends KafkaProducer<byte[], byte[]> {
        PacedProducer(Map<String, Object> settings) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void flush() {
            CommitPace.ofThread().begins();
            super.flush();
        }

        @Override
        public void commitTransaction() {
            super.commitTransaction();
            CommitPace.ofThread().ended();
        }
    }
}
