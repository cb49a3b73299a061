package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import dungeon.ingest.IngestApplication;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.schemas.BuyRobots;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tick;
import dungeon.schemas.Tile;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import dungeon.verification.checks.TopicReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The longest catch-up that there can be: after an outage, commands find everything due that full games can have waiting,
 * three of them on one stream thread. The broker aborts a transaction that takes too long, and what was in it is begun again.
 */
@Tag("long")
class CatchUpTest {
    private static final int GAMES = 3;
    private static final int PLAYERS = 100;
    private static final int ROBOTS_EACH = 100;
    private static final int QUEUE = 16;
    /** The time-out of the topology's transactions. */
    private static final Duration TRANSACTION_MAXIMUM = Duration.ofSeconds(30);
    /** Longer than the test takes: until it is over, every action waits. */
    private static final Duration FIRST_COOLDOWN = Duration.ofMinutes(30);

    private static final Tile MINE = new Tile(1, 0);

    @TempDir
    Path folder;

    private final List<Integer> ports = FreePorts.several(4);
    private final ObjectMapper json = new ObjectMapper();
    private final JsonHttp http = new JsonHttp();
    private EmbeddedBroker broker;
    private RegistryProcess registry;
    private AutoCloseable ingest;
    private TopologyApplication topology;
    private Platform platform;
    private Serializer<Command> serializer;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), ports.get(0), ports.get(3)));
        registry = RegistryProcess.start(
                new RegistrySettings(folder.resolve("registry"), folder.resolve("logs"), ports.get(1)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        }
        String ingestUrl = "http://127.0.0.1:" + ports.get(2);
        platform = new Platform(
                ingestUrl, "", broker.bootstrapServers(), registry.url().toString());
        ingest = IngestApplication.start(Map.of(
                "dungeon.ingest.port", ports.get(2),
                "dungeon.ingest.bootstrap-servers", platform.bootstrapServers(),
                "dungeon.ingest.schema-registry-url", platform.registryUrl(),
                "dungeon.ingest.data-dir", folder.resolve("ingest").toString()));
        topology = newTopology();
        serializer = Topics.COMMANDS
                .valueSerde(Map.of(RegistryConfig.URL, platform.registryUrl()))
                .serializer();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stop() throws Exception {
        producer.close();
        topology.close();
        ingest.close();
        registry.close();
        broker.close();
    }

    @Test
    void fullGamesCatchUpInTransactionsThatAreShort() throws Exception {
        List<String> gameIds = createdGames();
        try (EventReader events = new EventReader()) {
            List<Player> players = joinedPlayers(gameIds);
            for (String gameId : gameIds) {
                governed(gameId, "start");
                players.forEach(player -> send(gameId, player, new BuyRobots(ROBOTS_EACH, null)));
            }
            fillQueues(owners(events, gameIds, players), events);

            topology.close();
            Set<String> last = lookedForAfterTheCooldown(gameIds, players.get(0));
            topology = newTopology();
            long restoredNanos = System.nanoTime();
            Map<Class<?>, Integer> decided;
            long longestMs;
            try (LongestTransaction transactions = new LongestTransaction()) {
                decided = events.countUntil(last);
                longestMs = transactions.ms();
            }
            Duration catchUp = Duration.ofNanos(System.nanoTime() - restoredNanos);
            System.out.printf(
                    "Catch-up of %d games with %,d robots with %d actions each: %.1f s (%.0f events/s), the longest"
                            + " transaction %.1f s; the time-out is %d s%n",
                    GAMES,
                    PLAYERS * ROBOTS_EACH,
                    QUEUE,
                    catchUp.toMillis() / 1000.0,
                    decided.values().stream().mapToInt(Integer::intValue).sum() * 1000.0 / catchUp.toMillis(),
                    longestMs / 1000.0,
                    TRANSACTION_MAXIMUM.toSeconds());

            int actions = GAMES * PLAYERS * ROBOTS_EACH * QUEUE;
            assertThat(decided.get(MiningStarted.class)).isEqualTo(actions);
            assertThat(decided.get(ResourcesMined.class)).isEqualTo(actions);
            assertThat(longestMs).isLessThan(TRANSACTION_MAXIMUM.toMillis() / 3);
            assertThat(topology.failure()).isNotDone();
            assertThat(records("read_uncommitted"))
                    .as("nothing was aborted")
                    .isEqualTo(records("read_committed"))
                    .isEqualTo(events.count());
        }
    }

    private record Player(String playerId, String name, String token) {}

    private TopologyApplication newTopology() throws Exception {
        TopologyApplication application = TopologyApplication.start(TopologyConfig.from(Map.of(
                TopologyConfig.BOOTSTRAP_SERVERS, platform.bootstrapServers(),
                TopologyConfig.REGISTRY_URL, platform.registryUrl(),
                TopologyConfig.KEY_SET_URL, platform.ingestUrl() + "/.well-known/jwks.json",
                TopologyConfig.STATE_DIR, folder.resolve("topology").toString())));
        application.running().get(2, TimeUnit.MINUTES);
        return application;
    }

    /** Games on different partitions: their commands are given to the thread all at once. */
    private List<String> createdGames() throws Exception {
        Map<Integer, String> byPartition = new LinkedHashMap<>();
        while (byPartition.size() < GAMES) {
            String gameId = createdGame();
            byPartition.putIfAbsent(partition(gameId), gameId);
        }
        return List.copyOf(byPartition.values());
    }

    private static int partition(String gameId) {
        return Utils.toPositive(Utils.murmur2(gameId.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }

    /** A game by rules in which nothing but one long cooldown makes robots wait. */
    private String createdGame() throws Exception {
        ObjectNode body =
                json.createObjectNode().put("participantLimit", PLAYERS).put("durationMs", 86_400_000);
        body.set("map", json.readTree("""
                {"name": "catch-up", "description": "", "width": 2, "height": 2, "defaultGravity": "LIGHT",
                 "contents": [
                   {"area": {"tiles": [[0, 0]]}, "kind": "SPACE_STATION", "count": 1},
                   {"area": {"tiles": [[1, 0]]}, "kind": "MINE", "count": 1, "resource": "BIO_MATTER",
                    "units": [1000000, 1000000]}]}
                """));
        body.set(
                "rules",
                json.createObjectNode()
                        .put("initialCredits", 100 * ROBOTS_EACH)
                        .put("sellCooldownMs", FIRST_COOLDOWN.toMillis())
                        .put("miningCooldownMs", 1)
                        .put("miningProcessMs", 1)
                        .set(
                                "miningEnergy",
                                json.createArrayNode()
                                        .add(0)
                                        .add(0)
                                        .add(0)
                                        .add(0)
                                        .add(0)
                                        .add(0)));
        return http.post(platform.ingestUrl() + "/games", administratorToken(), body)
                .path("gameId")
                .asText();
    }

    private void governed(String gameId, String action) throws Exception {
        http.post("%s/games/%s/%s".formatted(platform.ingestUrl(), gameId, action), administratorToken(), null);
    }

    private String administratorToken() throws Exception {
        return Files.readString(folder.resolve("ingest/administrator.token")).strip();
    }

    private List<Player> joinedPlayers(List<String> gameIds) throws Exception {
        List<Player> players = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            JsonNode guest = Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptionsInstanceOf(HttpProblem.class)
                    .until(() -> http.post(platform.ingestUrl() + "/auth/guest", null, null), answer -> answer != null);
            Player player = new Player(
                    guest.path("playerId").asText(),
                    guest.path("playerName").asText(),
                    guest.path("token").asText());
            gameIds.forEach(gameId -> send(gameId, player, new JoinGame(player.name())));
            players.add(player);
        }
        return players;
    }

    private record Owned(String gameId, String robotId, Player owner) {}

    private List<Owned> owners(EventReader events, List<String> gameIds, List<Player> players) {
        Map<String, Player> byId = new LinkedHashMap<>();
        players.forEach(player -> byId.put(player.playerId(), player));
        List<Owned> robots = new ArrayList<>();
        while (robots.size() < gameIds.size() * PLAYERS * ROBOTS_EACH) {
            for (Event event : events.next()) {
                if (event.getPayload() instanceof RobotSpawned spawned) {
                    robots.add(new Owned(event.getGameId(), spawned.getRobotId(), byId.get(event.getPlayerId())));
                }
            }
        }
        return robots;
    }

    /** A sale that fails holds up each robot for the long cooldown; what comes after it waits. */
    private void fillQueues(List<Owned> robots, EventReader events) {
        robots.forEach(robot -> send(robot.gameId(), robot.owner(), new SellResources(robot.robotId())));
        Map<String, String> last = new HashMap<>();
        for (int place = 1; place <= QUEUE; place++) {
            for (Owned robot : robots) {
                last.put(robot.gameId(), send(robot.gameId(), robot.owner(), new StartMining(robot.robotId(), MINE)));
            }
        }
        assertThat(events.countUntil(Set.copyOf(last.values())))
                .as("nothing has run yet")
                .doesNotContainKey(MiningStarted.class);
    }

    /** Sends a command to each game as if the outage had lasted until now; gives the commands' ids. */
    private Set<String> lookedForAfterTheCooldown(List<String> gameIds, Player player) throws Exception {
        Instant later = Instant.now().plus(FIRST_COOLDOWN);
        stampedBy("CreateTime");
        Awaitility.await().until(() -> {
            String noGame = UUID.randomUUID().toString();
            Command tick = new Command(UUID.randomUUID().toString(), later, noGame, null, new Tick());
            return producer.send(message(tick, player, later)).get().timestamp() == later.toEpochMilli();
        });
        Set<String> commandIds = new HashSet<>();
        for (String gameId : gameIds) {
            String commandId = UUID.randomUUID().toString();
            ClearQueue clear = new ClearQueue(UUID.randomUUID().toString());
            Command command = new Command(commandId, later, gameId, player.playerId(), clear);
            producer.send(message(command, player, later)).get();
            commandIds.add(commandId);
        }
        stampedBy("LogAppendTime");
        return commandIds;
    }

    private void stampedBy(String type) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMMANDS.name());
        ConfigEntry entry = new ConfigEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, type);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private String send(String gameId, Player player, SpecificRecord payload) {
        String commandId = UUID.randomUUID().toString();
        Command command = new Command(commandId, Instant.now(), gameId, player.playerId(), payload);
        var unusedForTheOutcomeTells = producer.send(message(command, player, Instant.now()));
        return commandId;
    }

    private ProducerRecord<String, byte[]> message(Command command, Player player, Instant stamp) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                Topics.COMMANDS.name(),
                null,
                stamp.toEpochMilli(),
                command.getGameId(),
                serializer.serialize(Topics.COMMANDS.name(), command));
        message.headers()
                .add(Topics.AUTHORIZATION_HEADER, ("Bearer " + player.token()).getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private int records(String isolation) {
        try (TopicReader reader = new TopicReader(platform, Topics.EVENTS.name(), isolation)) {
            return reader.toTheEnd().size();
        }
    }

    /** Looks again and again for how long the transaction of the topology has been open. */
    private final class LongestTransaction implements AutoCloseable {
        private final Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()));
        private final Thread thread = new Thread(this::watch, "longest-transaction");
        private final AtomicLong longestMs = new AtomicLong();
        private volatile boolean closed;

        LongestTransaction() {
            thread.start();
        }

        long ms() {
            return longestMs.get();
        }

        private void watch() {
            while (!closed) {
                try {
                    List<String> open = admin
                            .listTransactions(new ListTransactionsOptions()
                                    .filterStates(Set.of(TransactionState.ONGOING))
                                    .filterOnDuration(100))
                            .all()
                            .get()
                            .stream()
                            .map(TransactionListing::transactionalId)
                            .toList();
                    long nowMs = System.currentTimeMillis();
                    for (TransactionDescription transaction :
                            admin.describeTransactions(open).all().get().values()) {
                        transaction
                                .transactionStartTimeMs()
                                .ifPresent(startMs -> longestMs.accumulateAndGet(nowMs - startMs, Math::max));
                    }
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException("Cannot look at the transactions", e);
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            admin.close();
        }
    }

    /** The committed events of all games, of each game each once and in order. */
    private final class EventReader implements AutoCloseable {
        /** Without any event; all of them take as long as the machine is slow. */
        private static final Duration PATIENCE = Duration.ofMinutes(1);

        private final KafkaConsumer<String, byte[]> consumer;
        private final Deserializer<Event> deserializer;
        private final Map<String, Long> sequences = new HashMap<>();
        private int count;

        EventReader() {
            deserializer = Topics.EVENTS
                    .valueSerde(Map.of(RegistryConfig.URL, platform.registryUrl()))
                    .deserializer();
            consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            platform.bootstrapServers(),
                            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                            "read_committed",
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            10_000),
                    new StringDeserializer(),
                    (org.apache.kafka.common.serialization.Deserializer<byte[]>) (topic, data) -> data);
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        List<Event> next() {
            List<Event> events = new ArrayList<>();
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                Event event = deserializer.deserialize(record.topic(), record.value());
                long sequence = sequences.merge(event.getGameId(), 1L, Long::sum);
                if (event.getSequence() != sequence) {
                    throw new AssertionError("Event %d of its game is %s".formatted(sequence, event));
                }
                events.add(event);
                count++;
            });
            return events;
        }

        int count() {
            return count;
        }

        /** Counts events by type until each of the commands has its outcome. */
        Map<Class<?>, Integer> countUntil(Set<String> commandIds) {
            Map<Class<?>, Integer> counts = new LinkedHashMap<>();
            Set<String> missing = new HashSet<>(commandIds);
            long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadlineNanos) {
                List<Event> events = next();
                for (Event event : events) {
                    counts.merge(event.getPayload().getClass(), 1, Integer::sum);
                    missing.remove(event.getCommandId());
                }
                if (missing.isEmpty()) {
                    return counts;
                }
                if (!events.isEmpty()) {
                    deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
                }
            }
            throw new AssertionError(
                    "No outcome of %s, and no event for %s; so far %s".formatted(missing, PATIENCE, counts));
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
