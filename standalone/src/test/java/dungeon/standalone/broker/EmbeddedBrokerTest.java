package dungeon.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(120)
class EmbeddedBrokerTest {
    private static final TopicPartition PARTITION = new TopicPartition("test.records", 0);

    @TempDir
    Path folder;

    @Test
    void keepsDataAndClusterOverARestartOnOtherPorts() throws Exception {
        String clusterId;
        try (EmbeddedBroker broker = startBroker()) {
            clusterId = clusterId(broker);
            createTopic(broker);
            write(broker, "first", "second");
        }
        try (EmbeddedBroker broker = startBroker()) {
            assertThat(clusterId(broker)).isEqualTo(clusterId);
            assertThat(readAll(broker)).containsExactly("first", "second");
        }
    }

    @Test
    void keepsWhatWasAcknowledgedBeforeItWasKilled() throws Exception {
        BrokerProcess killed = BrokerProcess.start(folder, FreePorts.one());
        try {
            createTopic(killed.bootstrapServers());
            write(killed.bootstrapServers(), "acknowledged");
        } finally {
            killed.kill();
        }
        long killedAt = System.nanoTime();
        try (EmbeddedBroker broker = startBroker()) {
            assertThat(readAll(broker)).containsExactly("acknowledged");
            write(broker, "afterwards");
            assertThat(readAll(broker)).containsExactly("acknowledged", "afterwards");
            assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void startsAndStopsWholeWhenItsCallerIsInterruptedMeanwhile() throws Exception {
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Thread caller = new Thread(
                () -> {
                    try (EmbeddedBroker broker = startBroker()) {
                        assertThat(broker.bootstrapServers()).isNotEmpty();
                    } catch (RuntimeException | AssertionError e) {
                        end.completeExceptionally(e);
                    }
                    end.complete(Thread.currentThread().isInterrupted());
                },
                "caller");
        caller.start();
        await("its first thread")
                .pollInterval(Duration.ofMillis(1))
                .until(() -> !threadsOfTheBroker().isEmpty());

        caller.interrupt();

        assertThat(end.get(60, TimeUnit.SECONDS)).as("still interrupted").isTrue();
        assertThat(threadsOfTheBroker()).isEmpty();
    }

    @Test
    void hasFinalisedTheTransactionsThatStreamsNeeds() throws Exception {
        try (EmbeddedBroker broker = startBroker();
                Admin admin = admin(broker.bootstrapServers())) {
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();
            assertThat(features.get("transaction.version").maxVersionLevel()).isEqualTo((short) 2);
        }
    }

    private static List<String> threadsOfTheBroker() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("kafka-1-"))
                .toList();
    }

    private EmbeddedBroker startBroker() {
        List<Integer> ports = FreePorts.several(2);
        return EmbeddedBroker.start(new BrokerConfig(folder, ports.get(0), ports.get(1)));
    }

    private static String clusterId(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker.bootstrapServers())) {
            return admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS);
        }
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        createTopic(broker.bootstrapServers());
    }

    private static void createTopic(String bootstrapServers) throws Exception {
        try (Admin admin = admin(bootstrapServers)) {
            admin.createTopics(Set.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void write(EmbeddedBroker broker, String... values) throws Exception {
        write(broker.bootstrapServers(), values);
    }

    private static void write(String bootstrapServers, String... values) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> readAll(EmbeddedBroker broker) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            List<String> values = new ArrayList<>();
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
