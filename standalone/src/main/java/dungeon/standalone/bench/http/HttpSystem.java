package dungeon.standalone.bench.http;

import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.SchemaSetup;
import dungeon.standalone.processes.Child;
import dungeon.standalone.processes.FreePorts;
import dungeon.standalone.processes.JavaClasses;
import dungeon.standalone.processes.Readiness;
import dungeon.standalone.processes.Role;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A broker, the registry, the topology, two instances of the queries, and ingest, each in a process of its own on
 * 127.0.0.1; and a second ingest, if a comparison is wanted.
 */
final class HttpSystem implements AutoCloseable {
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(2);
    /** Room enough that the collector is not what is measured; all together leave the page cache what it needs. */
    private static final Map<Role, Integer> HEAP_MB =
            Map.of(Role.BROKER, 512, Role.TOPOLOGY, 512, Role.QUERIES, 384, Role.INGEST, 384);

    private final Path folder;
    private final String bootstrap;
    private final RegistrySettings registrySettings;
    private final List<Child> children = new ArrayList<>();
    private final List<URI> queries = new ArrayList<>();
    private final List<URI> ingests = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private RegistryProcess registry;

    /**
     * Starts nothing yet.
     *
     * @param folder for all data and logs
     * @param comparedClassPath what comes first on the class path of the second instances; empty for nothing
     */
    HttpSystem(Path folder, List<String> comparedClassPath) {
        this.folder = folder;
        List<Integer> ports = FreePorts.several(7);
        bootstrap = "127.0.0.1:" + ports.get(0);
        registrySettings =
                new RegistrySettings(folder.resolve("registry"), folder.resolve("registry/logs"), ports.get(2));
        children.add(broker(ports.get(0), ports.get(1)));
        for (int i = 0; i < (comparedClassPath.isEmpty() ? 1 : 2); i++) {
            ingests.add(local(ports.get(3 + i)));
            children.add(ingest(i + 1, ports.get(3 + i), i == 0 ? List.of() : comparedClassPath));
        }
        for (int i = 0; i < 2; i++) {
            queries.add(local(ports.get(5 + i)));
            children.add(queries(i + 1, ports.get(5 + i), i == 0 ? List.of() : comparedClassPath));
        }
        children.add(topology());
    }

    /** Starts all, and returns when all serve. */
    void start() throws InterruptedException {
        children.get(0).start();
        registry = RegistryProcess.start(registrySettings);
        SchemaSetup.register(new SchemaRegistry(RegistryConfig.from(
                Map.of(RegistryConfig.URL, registrySettings.url().toString()))));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        }
        children.forEach(Child::start);
        for (URI service : Stream.concat(ingests.stream(), queries.stream()).toList()) {
            Readiness.await(http, service, READY_MAXIMUM);
        }
    }

    /** The two instances of the queries. */
    List<URI> queries() {
        return queries;
    }

    /** Ingest, and the one that it is compared with, if there is one. */
    List<URI> ingests() {
        return ingests;
    }

    String administratorToken() throws IOException {
        return Files.readString(folder.resolve("ingest/administrator.token")).strip();
    }

    /** The process ids by name, for whoever wants to look into one. */
    Map<String, Long> processIds() {
        Map<String, Long> ids = new TreeMap<>();
        children.forEach(child -> ids.put(child.name(), child.pid()));
        return ids;
    }

    /** The instance of the queries that holds a game. */
    URI holderOf(String gameId) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(queries.get(0).resolve("/games/%s?atLeast=1".formatted(gameId)))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String instance = answer.headers().firstValue("Dungeon-Instance").orElse("");
        return queries.stream()
                .filter(candidate ->
                        answer.statusCode() == 200 && candidate.getAuthority().equals(instance))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No instance holds game %s: status %d of %s, %s"
                        .formatted(gameId, answer.statusCode(), instance, answer.body())));
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        if (registry != null) {
            registry.close();
        }
        try {
            for (Child child : children) {
                child.awaitGone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Child broker(int port, int controllerPort) {
        return child(
                Role.BROKER,
                1,
                Map.of(
                        "node", "1",
                        "folder", folder.resolve("broker-1/data").toString(),
                        "port", String.valueOf(port),
                        "controller.port.1", String.valueOf(controllerPort),
                        "cluster", Uuid.randomUuid().toString()),
                List.of());
    }

    private Child ingest(int number, int port, List<String> classPathFirst) {
        return child(
                Role.INGEST,
                number,
                Map.of(
                        "dungeon.ingest.port", String.valueOf(port),
                        "dungeon.ingest.bootstrap-servers", bootstrap,
                        "dungeon.ingest.schema-registry-url",
                                registrySettings.url().toString(),
                        // Shared, so that one's tokens are the other's.
                        "dungeon.ingest.data-dir", folder.resolve("ingest").toString()),
                classPathFirst);
    }

    private Child queries(int number, int port, List<String> classPathFirst) {
        return child(
                Role.QUERIES,
                number,
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "schema.registry.url", registrySettings.url().toString(),
                        "http.port", String.valueOf(port),
                        "state.dir",
                                folder.resolve("queries-%d/state".formatted(number))
                                        .toString(),
                        "replication.factor", "1"),
                classPathFirst);
    }

    private Child topology() {
        return child(
                Role.TOPOLOGY,
                1,
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "schema.registry.url", registrySettings.url().toString(),
                        "key.set.url",
                                ingests.get(0).resolve("/.well-known/jwks.json").toString(),
                        "state.dir", folder.resolve("topology-1/state").toString()),
                List.of());
    }

    private Child child(Role role, int number, Map<String, String> settings, List<String> classPathFirst) {
        String name = role.name().toLowerCase(Locale.ROOT) + "-" + number;
        // The simplest collector, as on one machine: the others want a core for themselves.
        List<String> jvmOptions = List.of("-XX:+UseSerialGC", "-Xmx%dm".formatted(HEAP_MB.get(role)));
        return new Child(role, name, folder.resolve(name), settings, jvmOptions, JavaClasses.ownAfter(classPathFirst));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
