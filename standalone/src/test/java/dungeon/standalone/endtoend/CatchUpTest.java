package dungeon.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.ingest.IngestApplication;
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
import dungeon.schemas.Tile;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.FreePorts;
import dungeon.standalone.bots.Platform;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.http.HttpProblem;
import dungeon.standalone.http.JsonHttp;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import dungeon.topology.TopologyApplication;
import dungeon.topology.TopologyConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The longest catch-up that there can be: after an outage, one command finds everything due that a full game can have
 * waiting. All of it is decided in one transaction, which the broker aborts when it takes too long.
 */
@Tag("slow")
class CatchUpTest {
    private static final int PLAYERS = 100;
    private static final int ROBOTS_EACH = 100;
    private static final int QUEUE = 16;
    /** The time-out of the topology's transactions. */
    private static final Duration TRANSACTION_MAXIMUM = Duration.ofSeconds(30);
    /** Longer than filling all queues takes: until it is over, every action waits. */
    private static final Duration FIRST_COOLDOWN = Duration.ofSeconds(150);

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
    void aFullGameCatchesUpWithinOneTransaction() throws Exception {
        String gameId = createdGame();
        try (EventReader events = new EventReader(gameId)) {
            List<Player> players = joinedPlayers(gameId);
            governed(gameId, "start");
            players.forEach(player -> send(gameId, player, new BuyRobots(ROBOTS_EACH, null)));
            Map<String, Player> owners = owners(events, players);
            fillQueues(gameId, owners, events);
            Instant allDueAt = Instant.now().plus(FIRST_COOLDOWN);

            topology.close();
            Awaitility.await()
                    .pollInterval(Duration.ofSeconds(1))
                    .atMost(FIRST_COOLDOWN.plusSeconds(10))
                    .until(() -> Instant.now().isAfter(allDueAt));
            long beforeNanos = System.nanoTime();
            topology = newTopology();
            long restoredNanos = System.nanoTime();
            String last = send(
                    gameId, players.get(0), new ClearQueue(UUID.randomUUID().toString()));
            Map<Class<?>, Integer> decided = events.countUntil(last);
            Duration catchUp = Duration.ofNanos(System.nanoTime() - restoredNanos);
            System.out.printf(
                    "Catch-up of %,d robots with %d actions each: %.1f s in one transaction (%.0f events/s), after %.1f s for"
                            + " the start; the time-out is %d s%n",
                    PLAYERS * ROBOTS_EACH,
                    QUEUE,
                    catchUp.toMillis() / 1000.0,
                    decided.values().stream().mapToInt(Integer::intValue).sum() * 1000.0 / catchUp.toMillis(),
                    Duration.ofNanos(restoredNanos - beforeNanos).toMillis() / 1000.0,
                    TRANSACTION_MAXIMUM.toSeconds());

            int actions = PLAYERS * ROBOTS_EACH * QUEUE;
            assertThat(decided.get(MiningStarted.class)).isEqualTo(actions);
            assertThat(decided.get(ResourcesMined.class)).isEqualTo(actions);
            assertThat(catchUp).isLessThan(TRANSACTION_MAXIMUM);
            assertThat(topology.failure()).isNotDone();
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

    /** A game by rules in which nothing but one long cooldown makes robots wait. */
    private String createdGame() throws Exception {
        ObjectNode body =
                json.createObjectNode().put("participantLimit", PLAYERS).put("durationMs", 3_600_000);
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

    private List<Player> joinedPlayers(String gameId) {
        List<Player> players = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            JsonNode guest = Awaitility.await()
                    .ignoreExceptionsInstanceOf(HttpProblem.class)
                    .until(() -> http.post(platform.ingestUrl() + "/auth/guest", null, null), answer -> answer != null);
            Player player = new Player(
                    guest.path("playerId").asText(),
                    guest.path("playerName").asText(),
                    guest.path("token").asText());
            send(gameId, player, new JoinGame(player.name()));
            players.add(player);
        }
        return players;
    }

    private Map<String, Player> owners(EventReader events, List<Player> players) {
        Map<String, Player> byId = new LinkedHashMap<>();
        players.forEach(player -> byId.put(player.playerId(), player));
        Map<String, Player> owners = new LinkedHashMap<>();
        while (owners.size() < PLAYERS * ROBOTS_EACH) {
            for (Event event : events.next()) {
                if (event.getPayload() instanceof RobotSpawned spawned) {
                    owners.put(spawned.getRobotId(), byId.get(event.getPlayerId()));
                }
            }
        }
        return owners;
    }

    /** A sale that fails holds up each robot for the long cooldown; what comes after it waits. */
    private void fillQueues(String gameId, Map<String, Player> owners, EventReader events) {
        owners.forEach((robotId, owner) -> send(gameId, owner, new SellResources(robotId)));
        String last = "";
        for (int place = 1; place <= QUEUE; place++) {
            for (Map.Entry<String, Player> robot : owners.entrySet()) {
                last = send(gameId, robot.getValue(), new StartMining(robot.getKey(), MINE));
            }
        }
        assertThat(events.countUntil(last)).as("nothing has run yet").doesNotContainKey(MiningStarted.class);
    }

    private String send(String gameId, Player player, SpecificRecord payload) {
        String commandId = UUID.randomUUID().toString();
        Command command = new Command(commandId, Instant.now(), gameId, player.playerId(), payload);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                Topics.COMMANDS.name(), gameId, serializer.serialize(Topics.COMMANDS.name(), command));
        message.headers()
                .add(Topics.AUTHORIZATION_HEADER, ("Bearer " + player.token()).getBytes(StandardCharsets.UTF_8));
        var unusedForTheOutcomeTells = producer.send(message);
        return commandId;
    }

    /** The committed events of one game, each once and in order. */
    private final class EventReader implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofMinutes(3);

        private final KafkaConsumer<String, byte[]> consumer;
        private final Deserializer<Event> deserializer;
        private final String gameId;
        private long sequence;

        EventReader(String gameId) {
            this.gameId = gameId;
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
                if (event.getGameId().equals(gameId)) {
                    assertThat(event.getSequence()).isEqualTo(++sequence);
                    events.add(event);
                }
            });
            return events;
        }

        /** Counts events by type until a command has its outcome. */
        Map<Class<?>, Integer> countUntil(String commandId) {
            Map<Class<?>, Integer> counts = new LinkedHashMap<>();
            long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < deadlineNanos) {
                boolean found = false;
                for (Event event : next()) {
                    counts.merge(event.getPayload().getClass(), 1, Integer::sum);
                    found |= commandId.equals(event.getCommandId());
                }
                if (found) {
                    return counts;
                }
            }
            throw new AssertionError("No outcome of %s within %s; so far %s".formatted(commandId, PATIENCE, counts));
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
