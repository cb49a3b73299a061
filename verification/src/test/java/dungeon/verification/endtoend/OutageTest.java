package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import dungeon.ingest.IngestApplication;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.Platform;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.ServiceSettings;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import dungeon.verification.checks.LogChecks;
import dungeon.verification.checks.PublishedLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker or a registry that is away for a minute while commands come. */
@Tag("slow")
class OutageTest {
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    /** On a quiet machine it is seconds; on a crowded one, the clients' pauses between tries come on top. */
    private static final Duration BACK_WITHIN = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<Integer> ports = FreePorts.several(3);
    private final int controllerPort = FreePorts.one();
    private String ingestUrl;
    private EmbeddedBroker broker;
    private RegistryProcess registry;
    private TopologyApplication topology;
    private AutoCloseable ingest;
    private Platform platform;

    @BeforeEach
    void start() throws Exception {
        broker = newBroker();
        registry = newRegistry();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        }
        ingestUrl = "http://127.0.0.1:" + ports.get(2);
        platform = new Platform(
                ingestUrl, "", broker.bootstrapServers(), registry.url().toString());
        ingest = IngestApplication.start(Map.of(
                "dungeon.ingest.port", ports.get(2),
                "dungeon.ingest.bootstrap-servers", platform.bootstrapServers(),
                "dungeon.ingest.schema-registry-url", platform.registryUrl(),
                "dungeon.ingest.data-dir", folder.resolve("ingest").toString()));
        topology = newTopology();
    }

    private TopologyApplication newTopology() throws Exception {
        Map<String, String> settings =
                new HashMap<>(ServiceSettings.serviceTokens(ingestUrl, folder.resolve("ingest")));
        settings.put(TopologyConfig.BOOTSTRAP_SERVERS, platform.bootstrapServers());
        settings.put(TopologyConfig.REGISTRY_URL, platform.registryUrl());
        settings.put(TopologyConfig.KEY_SET_URL, ingestUrl + "/.well-known/jwks.json");
        settings.put(TopologyConfig.STATE_DIR, folder.resolve("topology").toString());
        TopologyApplication started = TopologyApplication.start(TopologyConfig.from(settings));
        started.running().get(2, TimeUnit.MINUTES);
        return started;
    }

    @AfterEach
    void stop() throws Exception {
        topology.close();
        ingest.close();
        registry.close();
        broker.close();
    }

    @Test
    void commandsThatWereSentWhileTheBrokerWasAwayAreDecidedOnce() throws Exception {
        try (TestPlayer player = joined()) {
            List<Command> sent = new ArrayList<>(several(player, 50));
            broker.close();
            // What a client on Kafka sends meanwhile waits in its producer.
            sent.addAll(several(player, 50));
            Instant awaySince = Instant.now();
            assertThat(refusal(player).status()).isEqualTo(503);
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(OUTAGE.plusSeconds(10))
                    .until(() -> Instant.now().isAfter(awaySince.plus(OUTAGE)));
            broker = newBroker();
            await().atMost(BACK_WITHIN)
                    .untilAsserted(() -> assertThat(PublishedLog.read(platform).eventsOf(player.gameId()))
                            .filteredOn(event -> sent.stream()
                                    .anyMatch(command -> command.getCommandId().equals(event.getCommandId())))
                            .hasSize(sent.size()));
            await().atMost(BACK_WITHIN).until(() -> answers(player));
            PublishedLog log = PublishedLog.read(platform);
            LogChecks.sequencesHaveNoGap(log);
            LogChecks.everyCommandHasOneOutcome(log);
            assertThat(topology.failure()).isNotDone();
        }
    }

    @Test
    void aRegistryThatHangsOrIsAwayHoldsUpNobodyWhateverSchemaARecordNames() throws Exception {
        try (TestPlayer player = joined()) {
            // The first record of a client asks the registry for the id of its schema.
            List<Command> sent = new ArrayList<>(several(player, 1));
            assertThat(answers(player)).isTrue();
            signal("-STOP");
            writeUnknownSchema(player, 999_998);
            sent.addAll(several(player, 10));
            assertThat(answers(player)).as("while the registry hangs").isTrue();
            signal("-CONT");
            registry.close();
            writeUnknownSchema(player, 999_999);
            sent.addAll(several(player, 10));
            assertThat(answers(player)).as("while it is away").isTrue();

            topology.close();
            topology = newTopology();
            sent.addAll(several(player, 10));
            await().atMost(BACK_WITHIN).until(() -> answers(player));
            assertThat(topology.failure()).isNotDone();

            registry = newRegistry();
            PublishedLog log = PublishedLog.read(platform);
            assertThat(log.deadLetters().count("SCHEMA_UNAVAILABLE")).isEqualTo(2);
            assertThat(log.eventsOf(player.gameId()))
                    .filteredOn(event -> sent.stream()
                            .anyMatch(command -> command.getCommandId().equals(event.getCommandId())))
                    .hasSize(sent.size());
            LogChecks.everyCommandHasOneOutcome(log);
            assertThat(topology.failure()).isNotDone();
        }
    }

    private static void writeUnknownSchema(TestPlayer player, int id) throws InterruptedException {
        byte[] command =
                player.bytes(player.command(new ClearQueue(UUID.randomUUID().toString())));
        ByteBuffer.wrap(command).putInt(1, id);
        TestPlayer.confirmed(player.writeRaw(null, TestPlayer.key(player.gameId()), command, player.token()));
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", name, String.valueOf(registry.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Commands that each have one event as their outcome: there is no such robot. */
    private static List<Command> several(TestPlayer player, int count) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Command command = player.command(new ClearQueue(UUID.randomUUID().toString()));
            var unusedForTheOutcomeTells = player.write(command);
            commands.add(command);
        }
        return commands;
    }

    private TestPlayer joined() {
        return await().atMost(BACK_WITHIN)
                .ignoreExceptionsInstanceOf(HttpProblem.class)
                .until(() -> TestPlayer.inPracticeGame(platform), player -> player != null);
    }

    private static boolean answers(TestPlayer player) throws Exception {
        try {
            return player.send("{\"type\": \"BuyRobots\", \"quantity\": 1}")
                            .path("events")
                            .size()
                    > 0;
        } catch (HttpProblem e) {
            return false;
        }
    }

    private static HttpProblem refusal(TestPlayer player) {
        return await().atMost(Duration.ofSeconds(40))
                .until(
                        () -> {
                            try {
                                player.send("{\"type\": \"BuyRobots\", \"quantity\": 1}");
                                return null;
                            } catch (HttpProblem e) {
                                return e;
                            }
                        },
                        problem -> problem != null);
    }

    /** A stream thread that fails for want of the broker is replaced; that it failed is no failure of the test. */
    private static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    private EmbeddedBroker newBroker() {
        return EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), ports.get(0), controllerPort));
    }

    private RegistryProcess newRegistry() throws InterruptedException {
        return RegistryProcess.start(
                new RegistrySettings(folder.resolve("registry"), folder.resolve("logs"), ports.get(1)));
    }
}
