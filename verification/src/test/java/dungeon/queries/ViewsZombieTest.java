package dungeon.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.app.SchemaSetup;
import dungeon.platform.tracing.Tracing;
import dungeon.queries.config.QueriesConfig;
import dungeon.queries.positions.SequenceSignals;
import dungeon.queries.robots.GameReader;
import dungeon.queries.robots.RobotsView;
import dungeon.queries.views.DepartingAggregates;
import dungeon.queries.views.LateViews;
import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.PartitionLocator;
import dungeon.queries.views.SkippedEvents;
import dungeon.queries.views.ViewsRunner;
import dungeon.robots.InMemoryGame;
import dungeon.schemas.Event;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import dungeon.verification.simulation.RandomGame;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance that stands still until another has taken over, and then goes on where it was. */
@Tag("slow")
@Timeout(180)
class ViewsZombieTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int COMMANDS = 400;

    @TempDir
    Path folder;

    private final List<Event> events = RandomGame.play(7, COMMANDS).events().stream()
            .filter(event -> event.getSequence() > 0)
            .toList();
    private final String gameId = events.get(0).getGameId();
    private EmbeddedBroker broker;
    private RegistryProcess registry;
    private Admin admin;
    private KafkaProducer<String, byte[]> producer;
    private Serializer<Event> serializer;

    @BeforeEach
    void start() throws Exception {
        List<Integer> ports = FreePorts.several(3);
        broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), ports.get(0), ports.get(1)));
        registry = RegistryProcess.start(
                new RegistrySettings(folder.resolve("registry"), folder.resolve("logs"), ports.get(2)));
        SchemaSetup.register(new SchemaRegistry(RegistryConfig.from(clientSettings())));
        admin = Admin.create(clientSettings());
        TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        serializer = Topics.EVENTS.valueSerde(clientSettings()).serializer();
        producer = new KafkaProducer<>(clientSettings(), new StringSerializer(), new ByteArraySerializer());
    }

    /** Also if the start has failed half-way: a broker whose folder is gone ends the whole JVM. */
    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : Arrays.asList(producer, admin, registry, broker)) {
            if (part != null) {
                part.close();
            }
        }
    }

    /** With a cache, all that it has folded is written late; without, some of it waits in an open transaction, which holds others up. */
    @ParameterizedTest
    @ValueSource(longs = {32 * 1024 * 1024, 0})
    void whatAZombieWritesLateIsInNoView(long cacheBytes) throws Exception {
        int third = events.size() / 3;
        try (Instance first = new Instance(1, cacheBytes);
                Instance second = new Instance(2, cacheBytes)) {
            publish(0, third);
            await().atMost(PATIENCE).until(() -> first.reads(third) && second.reads(third));
            Instance zombie = first.isActive() ? first : second;
            Instance survivor = zombie == first ? second : first;

            // What it has folded by then is not committed.
            zombie.standStillAt(2L * third);
            publish(third, 2 * third);
            await().atMost(PATIENCE).until(zombie::standsStill);
            assertThat(openTransactions()).isEqualTo(cacheBytes == 0 ? 1 : 0);
            publish(2 * third, events.size());
            // Long before the time-out of the transaction that the zombie left open, if it did.
            await("the survivor has taken over").atMost(Duration.ofSeconds(20)).until(survivor::isActive);
            await("and has folded and committed all").atMost(PATIENCE).until(this::allIsCommitted);
            assertThat(members()).isEqualTo(1);

            zombie.goOn();
            await("the zombie is a member again").atMost(PATIENCE).until(() -> members() == 2);
            survivor.close();
            await("the zombie has the game again").atMost(PATIENCE).until(zombie::isActive);
            zombie.viewIsTheFold();
        }
        try (Instance newcomer = new Instance(3, cacheBytes)) {
            await("what is built anew from the changelogs").atMost(PATIENCE).until(newcomer::isActive);
            newcomer.viewIsTheFold();
        }
    }

    private Map<String, Object> clientSettings() {
        return Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                registry.url().toString());
    }

    private void publish(int from, int to) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Event event : events.subList(from, to)) {
            sent.add(producer.send(new ProducerRecord<>(
                    Topics.EVENTS.name(), gameId, serializer.serialize(Topics.EVENTS.name(), event))));
        }
        for (Future<RecordMetadata> acknowledged : sent) {
            acknowledged.get(10, TimeUnit.SECONDS);
        }
    }

    private boolean allIsCommitted() throws Exception {
        return admin
                .listConsumerGroupOffsets(RobotsView.VIEW.applicationId())
                .partitionsToOffsetAndMetadata()
                .get()
                .values()
                .stream()
                .anyMatch(offset -> offset != null && offset.offset() == events.size());
    }

    private int openTransactions() throws Exception {
        return admin.listTransactions(new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING)))
                .all()
                .get()
                .size();
    }

    private int members() throws Exception {
        return admin.describeConsumerGroups(List.of(RobotsView.VIEW.applicationId()))
                .all()
                .get()
                .get(RobotsView.VIEW.applicationId())
                .members()
                .size();
    }

    /** The views of one instance, with the settings that it runs with, and a way to make its thread stand still. */
    private final class Instance implements AutoCloseable {
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch standing = new CountDownLatch(1);
        private final AtomicLong standsStillAt = new AtomicLong(Long.MAX_VALUE);
        private final LateViews views = new LateViews();
        private final HostInfo self;
        private final ViewsRunner<Event> runner;

        Instance(int number, long cacheBytes) {
            self = new HostInfo("127.0.0.1", number);
            views.setSelf(self);
            QueriesConfig config = QueriesConfig.from(Map.of(
                    "bootstrap.servers",
                    broker.bootstrapServers(),
                    "schema.registry.url",
                    registry.url().toString(),
                    "state.dir",
                    folder.resolve("views-" + number).toString(),
                    "num.stream.threads",
                    "1",
                    "replication.factor",
                    "1",
                    "statestore.cache.max.bytes",
                    String.valueOf(cacheBytes),
                    // A thread that folds and does not poll for so long is given up, as a frozen process is.
                    "max.poll.interval.ms",
                    "6000"));
            Deserializer<Event> events =
                    Topics.EVENTS.valueSerde(config.clientSettings()).deserializer();
            SimpleMeterRegistry metrics = new SimpleMeterRegistry();
            runner = new ViewsRunner<>(
                    RobotsView.VIEW,
                    StreamsSettings.of(RobotsView.VIEW, config, self),
                    config.clientSettings(),
                    self,
                    (topic, bytes) -> standingStill(events.deserialize(topic, bytes)),
                    new SequenceSignals(),
                    new SkippedEvents(metrics),
                    new DepartingAggregates(),
                    views,
                    metrics,
                    Tracing.off(),
                    new CompletableFuture<>());
            runner.start();
        }

        private Event standingStill(Event event) {
            if (event.getSequence() == standsStillAt.get()) {
                standing.countDown();
                try {
                    if (!released.await(PATIENCE.toSeconds() * 4, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("Nobody let the thread go on");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return event;
        }

        void standStillAt(long sequence) {
            standsStillAt.set(sequence);
        }

        boolean standsStill() {
            return standing.getCount() == 0;
        }

        void goOn() {
            standsStillAt.set(Long.MAX_VALUE);
            released.countDown();
        }

        /** Whether the game is here and can be read as the newest. */
        boolean isActive() {
            try {
                PartitionLocator.Place place = views.placeOf(gameId);
                return place.active().equals(self)
                        && new GameReader(views.active(place.partition()), gameId).sequence() > 0;
            } catch (NotAvailableException | InvalidStateStoreException e) {
                return false;
            }
        }

        boolean reads(long sequence) {
            try {
                return new GameReader(views.stale(views.placeOf(gameId).partition()), gameId).sequence() == sequence;
            } catch (NotAvailableException | InvalidStateStoreException e) {
                return false;
            }
        }

        void viewIsTheFold() {
            InMemoryGame world = new InMemoryGame(gameId);
            events.forEach(world::fold);
            GameReader game = new GameReader(views.active(views.placeOf(gameId).partition()), gameId);
            assertThat(game.sequence()).isEqualTo(world.progress().getSequence());
            assertThat(game.game()).isEqualTo(world.game());
            assertThat(game.robots()).isEqualTo(world.robots());
            assertThat(game.accounts()).containsExactlyInAnyOrderElementsOf(world.accounts());
        }

        @Override
        public void close() {
            goOn();
            runner.close();
        }
    }
}
