package dungeon.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.analytics.http.AnalyticsMain;
import dungeon.app.TopologyMain;
import dungeon.ingest.IngestMain;
import dungeon.queries.QueriesMain;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import dungeon.statetopics.StateTopicsMain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services as they are in a cluster: each in a process of its own, with its settings from the environment. */
@Tag("slow")
class ServicesAloneTest {
    private static final long STOP_MAXIMUM_S = 20;
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final List<Integer> ports = FreePorts.several(8);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Process> services = new LinkedHashMap<>();
    private EmbeddedBroker broker;
    private RegistryProcess registry;

    @BeforeEach
    void startWhatTheyNeed() throws Exception {
        broker = EmbeddedBroker.start(new BrokerConfig(folder.resolve("broker"), ports.get(0), ports.get(1)));
        registry = RegistryProcess.start(
                new RegistrySettings(folder.resolve("registry"), folder.resolve("logs"), ports.get(2)));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        }
    }

    @AfterEach
    void stop() throws Exception {
        services.values().forEach(Process::destroyForcibly);
        for (Process service : services.values()) {
            service.waitFor();
        }
        registry.close();
        broker.close();
    }

    @Test
    void tellHowTheyAreAndStopInTime() throws Exception {
        startAll();
        services.keySet().forEach(this::awaitReady);

        for (String service : services.keySet()) {
            assertThat(ask(service, "/health/live").statusCode()).as(service).isEqualTo(200);
            assertThat(ask(service, "/health/started").statusCode()).as(service).isEqualTo(200);
            assertThat(ask(service, "/metrics").body()).as(service).contains("jvm_memory_used_bytes");
        }
        assertThat(ask("topology", "/metrics").body())
                .contains("dungeon_memory_limit_bytes{application=\"dungeon-topology\"} ")
                // The lobby is on disk; its stores share what the setting says.
                .contains("dungeon_rocksdb_memory_bytes{application=\"dungeon-topology\",area=\"limit\"} 1.6777216E7");

        services.values().forEach(Process::destroy);
        for (Map.Entry<String, Process> service : services.entrySet()) {
            assertThat(service.getValue().waitFor(STOP_MAXIMUM_S, TimeUnit.SECONDS))
                    .as("%s stops", service.getKey())
                    .isTrue();
            assertThat(service.getValue().exitValue()).as(service.getKey()).isEqualTo(143);
        }
        for (String service : services.keySet()) {
            assertThat(Files.readAllLines(log(service)))
                    .as(service)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(new ObjectMapper()
                                    .readTree(line)
                                    .path("formattedMessage")
                                    .asText())
                            .isNotEmpty());
        }
    }

    @Test
    void stopInTimeAlsoWhereTheBrokersAreAway() throws Exception {
        startAll();
        services.keySet().forEach(this::awaitReady);
        broker.close();

        services.values().forEach(Process::destroy);
        for (Map.Entry<String, Process> service : services.entrySet()) {
            assertThat(service.getValue().waitFor(STOP_MAXIMUM_S, TimeUnit.SECONDS))
                    .as("%s stops", service.getKey())
                    .isTrue();
            assertThat(service.getValue().exitValue()).as(service.getKey()).isIn(143, 5);
        }
    }

    private void startAll() throws IOException {
        Map<String, String> kafka = Map.of(
                "DUNGEON_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "DUNGEON_SCHEMA_REGISTRY_URL", registry.url().toString(),
                "DUNGEON_KEY_SET_URL", "http://127.0.0.1:%d/.well-known/jwks.json".formatted(ports.get(3)),
                "DUNGEON_SERVICE_TOKEN_URL", "http://127.0.0.1:%d/auth/services/".formatted(ports.get(3)),
                "DUNGEON_ADMINISTRATOR_TOKEN_FILE",
                        folder.resolve("ingest/administrator.token").toString(),
                "DUNGEON_INGEST_URL", "http://127.0.0.1:%d".formatted(ports.get(3)),
                "DUNGEON_NUM_STANDBY_REPLICAS", "0",
                "DUNGEON_ROCKSDB_MEMORY_BYTES", String.valueOf(16 * 1024 * 1024));
        Path settings = Files.writeString(
                folder.resolve("ingest.properties"), """
                dungeon.ingest.bootstrapServers=%s
                dungeon.ingest.schemaRegistryUrl=%s
                """.formatted(broker.bootstrapServers(), registry.url()));
        start(
                IngestMain.class,
                "ingest",
                Map.of(
                        "DUNGEON_CONFIG", settings.toString(),
                        "DUNGEON_INGEST_PORT", String.valueOf(ports.get(3)),
                        "DUNGEON_INGEST_DATADIR", folder.resolve("ingest").toString()));
        start(TopologyMain.class, "topology", kafka);
        start(QueriesMain.class, "queries", kafka);
        start(AnalyticsMain.class, "analytics", kafka);
        start(StateTopicsMain.class, "state-topics", kafka);
    }

    private void start(Class<?> main, String service, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@"
                        + Path.of("..", "k8s", "distribution", "jvm.options")
                                .toAbsolutePath()
                                .normalize(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        if (!service.equals("ingest")) {
            command.add("--http.port=" + portOf(service));
            command.add("--state.dir=" + folder.resolve(service));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(log(service).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        builder.environment().put("DUNGEON_LOG_FORMAT", "json");
        services.put(service, builder.start());
    }

    private int portOf(String service) {
        return ports.get(3
                + List.of("ingest", "topology", "queries", "analytics", "state-topics")
                        .indexOf(service));
    }

    private Path log(String service) {
        return folder.resolve(service + ".log");
    }

    private void awaitReady(String service) {
        await(service + " is ready")
                .atMost(READY_MAXIMUM)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> ask(service, "/health/ready").statusCode() == 200);
    }

    private HttpResponse<String> ask(String service, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(portOf(service), path)))
                        .timeout(Duration.ofSeconds(5))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
