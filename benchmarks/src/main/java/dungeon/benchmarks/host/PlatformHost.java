package dungeon.benchmarks.host;

import dungeon.app.SchemaSetup;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Readiness;
import dungeon.standalone.machine.ServiceSettings;
import dungeon.standalone.processes.BrokerRole;
import dungeon.standalone.processes.Child;
import dungeon.standalone.processes.IngestRole;
import dungeon.standalone.processes.JavaClasses;
import dungeon.standalone.processes.QueriesRole;
import dungeon.standalone.processes.Role;
import dungeon.standalone.processes.TopologyRole;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A broker, the registry, the topology, instances of the queries, and ingest, each in a process of its own on
 * 127.0.0.1. They can be stopped and started again.
 */
public final class PlatformHost implements AutoCloseable {
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(2);
    /** Room enough that the collector is not what is measured; all together leave the page cache what it needs. */
    private static final Map<Class<? extends Role>, Integer> HEAP_MB =
            Map.of(BrokerRole.class, 512, TopologyRole.class, 512, QueriesRole.class, 384, IngestRole.class, 384);

    private final Path folder;
    private final String bootstrap;
    private final RegistrySettings registrySettings;
    private final List<Child> children = new ArrayList<>();
    private final List<URI> queries = new ArrayList<>();
    private final URI ingest;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private RegistryProcess registry;

    /**
     * Starts nothing yet.
     *
     * @param folder for all data and logs
     * @param instances how many of the queries
     * @param ofTopology settings of the topology that are not the usual ones
     */
    public PlatformHost(Path folder, int instances, Map<String, String> ofTopology) {
        this.folder = folder;
        List<Integer> ports = FreePorts.several(4 + instances);
        bootstrap = "127.0.0.1:" + ports.get(0);
        registrySettings =
                new RegistrySettings(folder.resolve("registry"), folder.resolve("registry/logs"), ports.get(2));
        ingest = local(ports.get(3));
        ServiceSettings settings = new ServiceSettings(
                bootstrap, registrySettings.url().toString(), ServiceSettings.keySetUrlOf(ingest.toString()), 1);
        children.add(child(
                BrokerRole.class,
                1,
                ServiceSettings.broker(
                        1,
                        folder.resolve("broker-1/data"),
                        ports.get(0),
                        List.of(ports.get(1)),
                        Uuid.randomUuid().toString())));
        Map<String, String> ingestSettings = settings.ingest(ports.get(3), ingestFolder());
        // A few players send what ingest can take in all, which no rate of a player must bound.
        ingestSettings.put("dungeon.ingest.limits.commands-burst", "10000000");
        ingestSettings.put("dungeon.ingest.limits.commands-per-second", "1000000");
        children.add(child(IngestRole.class, 1, ingestSettings));
        for (int number = 1; number <= instances; number++) {
            int port = ports.get(3 + number);
            queries.add(local(port));
            Path state = folder.resolve("queries-%d/state".formatted(number));
            children.add(child(QueriesRole.class, number, settings.queries(port, state)));
        }
        Map<String, String> topology = settings.topology(topologyState());
        topology.putAll(ofTopology);
        topology.putAll(ServiceSettings.serviceTokens(ingest.toString(), ingestFolder()));
        children.add(child(TopologyRole.class, 1, topology));
    }

    /** Starts all, and returns when all serve. */
    public void start() throws InterruptedException {
        startBroker();
        children.forEach(Child::start);
        for (URI service : Stream.concat(Stream.of(ingest), queries.stream()).toList()) {
            awaitReady(service);
        }
    }

    /** Starts the broker and the registry, and returns when services can start. */
    public void startBroker() throws InterruptedException {
        child(BrokerRole.class).start();
        registry = RegistryProcess.start(registrySettings);
        SchemaSetup.register(new SchemaRegistry(RegistryConfig.from(
                Map.of(RegistryConfig.URL, registrySettings.url().toString()))));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
        }
    }

    /** Waits until a service says that it is ready. */
    public void awaitReady(URI service) throws InterruptedException {
        Readiness.await(http, service, READY_MAXIMUM);
    }

    /** Ends all in good order; they can be started again. */
    public void stop() throws InterruptedException {
        for (int i = children.size() - 1; i > 0; i--) {
            children.get(i).terminate();
        }
        registry.close();
        child(BrokerRole.class).terminate();
    }

    /** The process of a role, the first one where there are several. */
    public Child child(Class<? extends Role> role) {
        return children.stream()
                .filter(child -> child.name().equals(nameOf(role, 1)))
                .findFirst()
                .orElseThrow();
    }

    /** What Kafka clients and serdes need to know. */
    public Map<String, Object> clientConfig() {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                RegistryConfig.URL,
                registrySettings.url().toString());
    }

    /** Where the ingest has its keys. */
    public Path ingestFolder() {
        return folder.resolve("ingest");
    }

    /** Removes what the topology keeps on disk, so that its next start reads all changelogs. */
    public void removeTopologyState() throws IOException {
        try (Stream<Path> all = Files.walk(topologyState())) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path topologyState() {
        return folder.resolve("topology-1/state");
    }

    /** The instances of the queries. */
    public List<URI> queries() {
        return queries;
    }

    public URI ingest() {
        return ingest;
    }

    public String administratorToken() throws IOException {
        return Files.readString(ingestFolder().resolve("administrator.token")).strip();
    }

    /** The process ids by name, for whoever wants to look into one. */
    public Map<String, Long> processIds() {
        Map<String, Long> ids = new TreeMap<>();
        children.forEach(child -> ids.put(child.name(), child.pid()));
        return ids;
    }

    /** The instance of the queries that holds a game. */
    public URI holderOf(String gameId) throws IOException, InterruptedException {
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

    private Child child(Class<? extends Role> role, int number, Map<String, String> settings) {
        String name = nameOf(role, number);
        // The simplest collector, as on one machine: the others want a core for themselves.
        List<String> jvmOptions = List.of("-XX:+UseSerialGC", "-Xmx%dm".formatted(HEAP_MB.get(role)));
        return new Child(role, name, folder.resolve(name), settings, jvmOptions, JavaClasses.own());
    }

    private static String nameOf(Class<? extends Role> role, int number) {
        return Child.nameOf(role) + "-" + number;
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
