package dungeon.benchmarks.host;

import dungeon.app.SchemaSetup;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.ServiceSettings;
import dungeon.standalone.processes.BrokerRole;
import dungeon.standalone.processes.Child;
import dungeon.standalone.processes.JavaClasses;
import dungeon.standalone.processes.QueriesRole;
import dungeon.standalone.processes.Role;
import dungeon.standalone.processes.TopologyRole;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/**
 * One broker in a process of its own, the registry, and whatever is measured beside them. Each part of the benchmark takes a
 * new one, so that none finds what another has left.
 */
public final class BenchHost implements AutoCloseable {
    /** Where the pass-through writes. */
    public static final String PASS_THROUGH_TOPIC = "bench-pass-through";

    private static final Duration START_MAXIMUM = Duration.ofSeconds(60);
    private static final long POLL_MS = 50;
    /**
     * The collector that {@code ./dungeon} uses. The heap has its full size from the beginning, because a heap that grows is
     * collected as a whole again and again.
     */
    private static final List<String> BROKER_OPTIONS = List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g");

    /** A second's garbage at 2,000 commands/s is collected in some ms; with 1 GB of it, the pauses were 60 to 110 ms. */
    private static final List<String> APPLICATION_OPTIONS = List.of("-XX:+UseSerialGC", "-Xms3g", "-Xmx3g", "-Xmn200m");

    private static final List<String> QUERIES_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx384m");

    private final Path folder;
    private final Optional<Path> recordings;
    private final List<Child> children = new ArrayList<>();
    private final RegistryProcess registry;
    private final TokenOffice tokens;
    private final String bootstrap;
    private final int queriesPort;

    /**
     * Starts the broker and the registry, makes the topics, and returns when they can be used.
     *
     * @param folder for everything; new
     * @param recordings where flight recordings of the processes go; none are made if it is empty
     * @param everybody whose tokens are needed
     */
    public BenchHost(Path folder, Optional<Path> recordings, List<BenchPlayer> everybody) throws InterruptedException {
        this.folder = folder;
        this.recordings = recordings;
        List<Integer> ports = FreePorts.several(4);
        bootstrap = "127.0.0.1:" + ports.get(0);
        queriesPort = ports.get(3);
        tokens = new TokenOffice(everybody);
        start(
                BrokerRole.class,
                "broker",
                BROKER_OPTIONS,
                ServiceSettings.broker(
                        1,
                        folder.resolve("broker/data"),
                        ports.get(0),
                        List.of(ports.get(1)),
                        Uuid.randomUuid().toString()));
        registry = RegistryProcess.start(
                new RegistrySettings(folder.resolve("registry"), folder.resolve("registry/logs"), ports.get(2)));
        SchemaSetup.register(new SchemaRegistry(
                RegistryConfig.from(Map.of(RegistryConfig.URL, registry.url().toString()))));
        createTopics();
    }

    /** What Kafka clients and serdes need to know. */
    public Map<String, Object> clientConfig() {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                RegistryConfig.URL,
                registry.url().toString());
    }

    /** The broker's process. */
    public Child broker() {
        return children.get(0);
    }

    public TokenOffice tokens() {
        return tokens;
    }

    /** Starts the topology; it does not serve yet. */
    public Child startTopology(int threads) {
        return startTopology("topology", threads, Map.of());
    }

    /** Starts a topology with some settings of its own; it does not serve yet. */
    public Child startTopology(String name, int threads, Map<String, String> more) {
        Map<String, String> settings = streams(name, threads);
        settings.putAll(more);
        return start(TopologyRole.class, name, APPLICATION_OPTIONS, settings);
    }

    /** Starts the pass-through, with all settings as the topology has them. */
    public Child startPassThrough(String applicationId, int threads) {
        Map<String, String> settings = streams(applicationId, threads);
        settings.put("application.id", applicationId);
        return start(PassThroughRole.class, applicationId, APPLICATION_OPTIONS, settings);
    }

    /** Starts the queries, and tells where they will answer; they do not yet. */
    public URI startQueries() {
        startQueries(Map.of());
        return queriesUrl();
    }

    /** Starts the queries with some settings of their own; they answer where {@link #queriesUrl} says. */
    public Child startQueries(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(settings().queries(queriesPort, folder.resolve("queries/state")));
        settings.putAll(more);
        return start(QueriesRole.class, "queries", QUERIES_OPTIONS, settings);
    }

    /** Where the queries answer. */
    public URI queriesUrl() {
        return URI.create("http://127.0.0.1:" + queriesPort);
    }

    private ServiceSettings settings() {
        return new ServiceSettings(
                bootstrap, registry.url().toString(), tokens.keySetUrl().toString(), 1);
    }

    private Map<String, String> streams(String name, int threads) {
        Map<String, String> settings = settings().topology(folder.resolve(name).resolve("state"));
        settings.put("num.stream.threads", String.valueOf(threads));
        return settings;
    }

    private Child start(
            Class<? extends Role> role, String name, List<String> jvmOptions, Map<String, String> settings) {
        List<String> options = new ArrayList<>(jvmOptions);
        recordings.ifPresent(to -> options.add("-XX:StartFlightRecording=settings=profile,filename=%s"
                .formatted(to.resolve("%s-%d.jfr".formatted(name, children.size())))));
        Child child = new Child(role, name, folder.resolve(name), settings, options, JavaClasses.own());
        child.start();
        children.add(child);
        return child;
    }

    private void createTopics() throws InterruptedException {
        long deadlineNanos = System.nanoTime() + START_MAXIMUM.toNanos();
        try (Admin admin = Admin.create(clientConfig())) {
            while (admin.describeCluster().nodes().get().isEmpty()) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new IllegalStateException("The broker does not start; see " + folder.resolve("broker/logs"));
                }
                Thread.sleep(POLL_MS);
            }
            TopicSetup.createMissing(admin, Topics.PARTITIONS, (short) 1);
            admin.createTopics(List.of(new NewTopic(PASS_THROUGH_TOPIC, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
            TopicSetup.awaitLeaders(admin, List.of(PASS_THROUGH_TOPIC), Topics.PARTITIONS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker cannot make the topics: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        registry.close();
        tokens.close();
        try {
            for (Child child : children) {
                child.awaitGone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
