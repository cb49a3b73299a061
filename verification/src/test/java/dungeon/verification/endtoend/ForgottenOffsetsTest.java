package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dungeon.app.StartUpException;
import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the topology does where the brokers have forgotten which commands it has decided. */
@Tag("broker")
@Timeout(120)
class ForgottenOffsetsTest {
    private static final TopicPartition COMMANDS = new TopicPartition(Topics.COMMANDS.name(), 3);
    private static final String FORGOTTEN = "the brokers have forgotten which commands were decided";

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private Admin admin;
    private String group;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), FreePorts.one(), FreePorts.one()));
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        group = config().applicationId();
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void isNotStartedWhereEventsHaveNoOffsets() throws Exception {
        decide(true);
        assertThat(refusal()).doesNotContain(FORGOTTEN);

        admin.deleteConsumerGroupOffsets(group, Set.of(COMMANDS)).all().get();

        assertThat(refusal())
                .contains(FORGOTTEN)
                .contains("There are events in dungeon.events.v1")
                .contains("(dungeon.commands.v1-3)")
                .contains("kafka-consumer-groups.sh --group " + group);
    }

    /** An installation that was killed in its very first transaction. */
    @Test
    void isStartedWhereNoEventWasEverCommitted() throws Exception {
        decide(false);

        assertThat(refusal()).doesNotContain(FORGOTTEN);
    }

    /** What the topology says, which never has a registry here. */
    private String refusal() {
        StartUpException refused =
                catchThrowableOfType(StartUpException.class, () -> TopologyApplication.start(config()));
        assertThat(refused).isNotNull();
        return refused.getMessage();
    }

    /** As the topology does: an event and the offset after its command are committed together. */
    private void decide(boolean committed) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                broker.bootstrapServers(),
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "topology"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> sent = producer.send(
                    new ProducerRecord<>(Topics.EVENTS.name(), COMMANDS.partition(), null, new byte[] {1}));
            producer.sendOffsetsToTransaction(Map.of(COMMANDS, new OffsetAndMetadata(1)), member.groupMetadata());
            producer.flush();
            assertThat(sent).isDone();
            if (committed) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private TopologyConfig config() {
        return TopologyConfig.from(Map.of(
                TopologyConfig.BOOTSTRAP_SERVERS,
                broker.bootstrapServers(),
                TopologyConfig.REGISTRY_URL,
                "http://127.0.0.1:1",
                TopologyConfig.STATE_DIR,
                folder.resolve("topology").toString(),
                TopologyConfig.START_TIMEOUT_MS,
                "1"));
    }
}
