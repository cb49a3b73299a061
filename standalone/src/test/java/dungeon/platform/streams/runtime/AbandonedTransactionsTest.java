package dungeon.platform.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(60)
class AbandonedTransactionsTest {
    private static final String APPLICATION = "application";
    private static final String TOPIC = "test.records";

    @TempDir
    Path folder;

    @Test
    void endsTransactionsOfProcessesThatAreNoMembersAndLeavesThoseOfMembersAlone() throws Exception {
        List<Integer> ports = FreePorts.several(2);
        String member = "%s-%s".formatted(APPLICATION, UUID.randomUUID());
        String gone = "%s-%s".formatted(APPLICATION, UUID.randomUUID());
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerConfig(folder, ports.get(0), ports.get(1)));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaConsumer<String, String> consumer = consumer(broker, member + "-StreamThread-1-consumer");
                KafkaProducer<String, String> ofMember = producer(broker, member + "-1");
                KafkaProducer<String, String> ofGone = producer(broker, gone + "-1");
                KafkaProducer<String, String> ofOther = producer(broker, "other-1")) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            join(consumer);
            leaveOpen(ofMember);
            leaveOpen(ofGone);
            leaveOpen(ofOther);

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> AbandonedTransactions.end(admin, APPLICATION), List.of(gone + "-1")::equals);
            await("nothing else is to be ended")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> AbandonedTransactions.end(admin, APPLICATION).isEmpty());
            ofMember.commitTransaction();
            ofOther.commitTransaction();
        }
    }

    @Test
    void doesNothingIfClientsDoNotTellWhichProcessTheyAre() throws Exception {
        List<Integer> ports = FreePorts.several(2);
        String gone = "%s-%s".formatted(APPLICATION, UUID.randomUUID());
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerConfig(folder, ports.get(0), ports.get(1)));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaConsumer<String, String> consumer = consumer(broker, "a-name-of-my-own");
                KafkaProducer<String, String> producer = producer(broker, gone + "-1")) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            join(consumer);
            leaveOpen(producer);
            // By then it would have been ended, as the test above shows.
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> AbandonedTransactions.end(admin, APPLICATION).isEmpty());
            producer.commitTransaction();
            assertThat(AbandonedTransactions.end(admin, APPLICATION)).isEmpty();
        }
    }

    @Test
    void endsAtItsStartWhatItsOwnProcessLeftOpen() throws Exception {
        List<Integer> ports = FreePorts.several(2);
        String other = "%s-%s-1".formatted(APPLICATION, UUID.randomUUID());
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerConfig(folder, ports.get(0), ports.get(1)));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaStreams streams = streams(broker);
                KafkaConsumer<String, String> consumer =
                        consumer(broker, ownProcess(streams) + "StreamThread-1-consumer");
                KafkaProducer<String, String> own = producer(broker, ownProcess(streams) + "1");
                KafkaProducer<String, String> ofOther = producer(broker, other)) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            // The member that the process was before it was killed.
            join(consumer);
            leaveOpen(own);
            leaveOpen(ofOther);

            AbandonedTransactions transactions =
                    new AbandonedTransactions(Map.of("bootstrap.servers", broker.bootstrapServers()), APPLICATION);
            try {
                transactions.endOwn(streams);
                await().atMost(Duration.ofSeconds(5)).until(() -> ongoing(admin), List.of(other)::equals);
            } finally {
                transactions.close();
            }
        }
    }

    private static KafkaStreams streams(EmbeddedBroker broker) {
        Topology topology = new Topology();
        topology.addSource("source", TOPIC);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APPLICATION,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers()));
        return new KafkaStreams(topology, settings);
    }

    private static String ownProcess(KafkaStreams streams) {
        String client = streams.metadataForLocalThreads().iterator().next().consumerClientId();
        return client.substring(0, client.indexOf("StreamThread"));
    }

    private static List<String> ongoing(Admin admin) throws Exception {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .toList();
    }

    private static void join(KafkaConsumer<String, String> consumer) {
        consumer.subscribe(List.of(TOPIC));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
    }

    private static void leaveOpen(KafkaProducer<String, String> producer) throws Exception {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, "open")).get(10, TimeUnit.SECONDS);
    }

    private static KafkaConsumer<String, String> consumer(EmbeddedBroker broker, String clientId) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", APPLICATION,
                        "client.id", clientId),
                new StringDeserializer(),
                new StringDeserializer());
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker, String transactionalId) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactionalId),
                new StringSerializer(),
                new StringSerializer());
    }
}
