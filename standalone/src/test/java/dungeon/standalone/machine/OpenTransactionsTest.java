package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(60)
class OpenTransactionsTest {
    private static final TopicPartition PARTITION = new TopicPartition("test.records", 0);

    @TempDir
    Path folder;

    @Test
    void freesTheReadersOfWhatAnApplicationLeftOpenAndLeavesOthersAlone() throws Exception {
        List<Integer> ports = FreePorts.several(2);
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerConfig(folder, ports.get(0), ports.get(1)));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaProducer<String, String> ours =
                        producer(broker, "application-%s-1".formatted(UUID.randomUUID()))) {
            OpenTransactions.abort(admin, "application");
            admin.createTopics(Set.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get();
            leaveOpen(ours);
            OpenTransactions.abort(admin, "somebody");
            assertThat(readableTo(admin)).isZero();

            OpenTransactions.abort(admin, "application");
            // The record, and the mark that it was aborted.
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> readableTo(admin) == 2);
        }
    }

    private static void leaveOpen(KafkaProducer<String, String> producer) throws Exception {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(PARTITION.topic(), "open")).get(10, TimeUnit.SECONDS);
    }

    private static long readableTo(Admin admin) throws Exception {
        return admin.listOffsets(
                        Map.of(PARTITION, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(PARTITION)
                .get()
                .offset();
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, String transactionalId) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactionalId),
                new StringSerializer(),
                new StringSerializer());
    }
}
