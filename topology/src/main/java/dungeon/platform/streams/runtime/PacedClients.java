package dungeon.platform.streams.runtime;

import dungeon.platform.streams.pace.CommitPace;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Clients for Kafka Streams with a producer that tells how long commits take. */
public final class PacedClients extends PlainClients {
    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new PacedProducer(settings);
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
