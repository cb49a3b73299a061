package dungeon.platform.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@Timeout(60)
class ForeignTransactionsTest {
    private static final String APPLICATION = "application";
    private static final String COMMANDS = "test.commands";
    private static final String ELSEWHERE = "test.elsewhere";
    private static final List<TransactionalIds> OWN = List.of(new TransactionalIds(APPLICATION));
    /** More than one connection is given requests for at a time. */
    private static final int STRANGERS = 30;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final List<KafkaProducer<String, String>> producers = new ArrayList<>();
    private EmbeddedBroker broker;
    private Admin admin;

    @BeforeEach
    void startBroker() throws Exception {
        List<Integer> ports = FreePorts.several(2);
        broker = EmbeddedBroker.start(new BrokerConfig(folder, ports.get(0), ports.get(1)));
        admin = TransactionWatch.admin(Map.of("bootstrap.servers", broker.bootstrapServers()));
        admin.createTopics(Set.of(new NewTopic(COMMANDS, 1, (short) 1), new NewTopic(ELSEWHERE, 1, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void stopBroker() {
        producers.forEach(producer -> producer.close(Duration.ZERO));
        admin.close();
        broker.close();
    }

    @Test
    void endsWhatStrangersLeaveOpenOnTheTopicsAndNothingElse() throws Exception {
        String ofOurs = "%s-%s-1".formatted(APPLICATION, UUID.randomUUID());
        KafkaProducer<String, String> own = leaveOpen(ofOurs, COMMANDS);
        KafkaProducer<String, String> elsewhere = leaveOpen("stranger-elsewhere", ELSEWHERE);
        KafkaProducer<String, String> first = leaveOpen("stranger-1", COMMANDS);
        leaveOpen("stranger-2", ELSEWHERE, COMMANDS);

        List<String> ended = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            ended.addAll(ForeignTransactions.end(admin, OWN, Set.of(COMMANDS)));
            return ended.size() >= 2;
        });
        assertThat(ended).containsExactlyInAnyOrder("stranger-1", "stranger-2");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ongoing()).containsExactlyInAnyOrder(ofOurs, "stranger-elsewhere"));
        assertThatThrownBy(first::commitTransaction).isInstanceOf(KafkaException.class);
        own.commitTransaction();
        elsewhere.commitTransaction();
        assertThat(ForeignTransactions.end(admin, OWN, Set.of(COMMANDS))).isEmpty();
    }

    @Test
    void endsAllOfManyInOneLook() throws Exception {
        Set<String> strangers = new TreeSet<>();
        for (int number = 1; number <= STRANGERS; number++) {
            String stranger = "stranger-" + number;
            strangers.add(stranger);
            leaveOpen(stranger, COMMANDS);
        }
        await().atMost(PATIENCE).until(() -> openForTooLong().containsAll(strangers));

        long beganNanos = System.nanoTime();
        List<String> ended = ForeignTransactions.end(admin, OWN, Set.of(COMMANDS));
        System.out.println(
                "EXPERIMENT ended " + ended.size() + " in " + (System.nanoTime() - beganNanos) / 1_000_000 + " ms");

        assertThat(ended).containsExactlyInAnyOrderElementsOf(strangers);
        // A client with the usual pauses takes a minute, in which nobody plays.
        assertThat(Duration.ofNanos(System.nanoTime() - beganNanos)).isLessThan(PATIENCE);
    }

    private List<String> openForTooLong() throws Exception {
        return admin
                .listTransactions(new ListTransactionsOptions()
                        .filterStates(Set.of(TransactionState.ONGOING))
                        .filterOnDuration(ForeignTransactions.OPEN_MAXIMUM_MS))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .toList();
    }

    @Test
    void leavesTransactionsOfUnderASecondAlone() throws Exception {
        KafkaProducer<String, String> stranger = producer("stranger");
        long beganNanos = System.nanoTime();
        stranger.beginTransaction();
        stranger.send(new ProducerRecord<>(COMMANDS, "open")).get(10, TimeUnit.SECONDS);
        List<String> ended = ForeignTransactions.end(admin, OWN, Set.of(COMMANDS));
        if (System.nanoTime() - beganNanos
                < Duration.ofMillis(ForeignTransactions.OPEN_MAXIMUM_MS).toNanos()) {
            assertThat(ended).isEmpty();
            stranger.commitTransaction();
        }
    }

    @Test
    void looksAgainAndAgainUntilItIsClosed() throws Exception {
        try (ForeignTransactions foreign = new ForeignTransactions(
                Map.of("bootstrap.servers", broker.bootstrapServers()), Set.of(APPLICATION), Set.of(COMMANDS))) {
            foreign.start();
            for (String stranger : List.of("stranger-1", "stranger-2")) {
                leaveOpen(stranger, COMMANDS);
                await().atMost(PATIENCE).until(() -> ongoing().isEmpty());
            }
        }
    }

    private List<String> ongoing() throws Exception {
        return admin
                .listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .stream()
                .map(TransactionListing::transactionalId)
                .toList();
    }

    private KafkaProducer<String, String> leaveOpen(String transactionalId, String... topics) throws Exception {
        KafkaProducer<String, String> producer = producer(transactionalId);
        producer.beginTransaction();
        for (String topic : topics) {
            producer.send(new ProducerRecord<>(topic, "open")).get(10, TimeUnit.SECONDS);
        }
        return producer;
    }

    private KafkaProducer<String, String> producer(String transactionalId) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactionalId),
                new StringSerializer(),
                new StringSerializer());
        producers.add(producer);
        producer.initTransactions();
        return producer;
    }
}
