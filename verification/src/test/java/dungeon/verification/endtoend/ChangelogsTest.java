package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.platform.streams.runtime.SharedSettings;
import dungeon.schemas.topics.TopicSetup;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a restart reads of a changelog that was written to for long. */
@Tag("slow")
@Timeout(180)
class ChangelogsTest {
    private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);
    private static final int KEYS = 1_000;
    private static final int CHANGES = 200_000;
    private static final int BYTES = 200;
    /** Of some 250 bytes, in the segment that is never compacted. */
    private static final int LAST_SEGMENT = 4 * 1024 * 1024 / 250;

    @TempDir
    Path folder;

    @Test
    void aRestartReadsTheStateAndNotAllItsChanges() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                        new BrokerConfig(folder.resolve("broker"), FreePorts.one(), FreePorts.one()));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            Map<String, String> config = new HashMap<>(SharedSettings.changelogs());
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            admin.createTopics(List.of(
                            new NewTopic(CHANGELOG.topic(), Optional.of(1), Optional.of((short) 1)).configs(config)))
                    .all()
                    .get();
            TopicSetup.awaitLeaders(admin, List.of(CHANGELOG.topic()), 1);
            write(broker);

            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(read(broker)).isLessThan(2 * KEYS + LAST_SEGMENT));
        }
    }

    private static void write(EmbeddedBroker broker) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            Future<RecordMetadata> last = null;
            for (int i = 0; i < CHANGES; i++) {
                byte[] key = "key %d".formatted(i % KEYS).getBytes(StandardCharsets.UTF_8);
                last = producer.send(new ProducerRecord<>(CHANGELOG.topic(), key, new byte[BYTES]));
            }
            producer.flush();
            assertThat(last).isDone();
        }
    }

    private static int read(EmbeddedBroker broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(CHANGELOG));
            consumer.seekToBeginning(List.of(CHANGELOG));
            long end = consumer.endOffsets(List.of(CHANGELOG)).get(CHANGELOG);
            int records = 0;
            while (consumer.position(CHANGELOG) < end) {
                records += consumer.poll(Duration.ofMillis(100)).count();
            }
            return records;
        }
    }
}
