package dungeon.standalone.machine;

import dungeon.analytics.AnalyticsConfig;
import dungeon.analytics.http.AnalyticsApplication;
import dungeon.app.SchemaSetup;
import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import dungeon.ingest.IngestApplication;
import dungeon.platform.metrics.ServiceMeters;
import dungeon.platform.streams.operator.OperatedService;
import dungeon.players.bots.BotHost;
import dungeon.players.connection.Platform;
import dungeon.players.practice.PracticeBots;
import dungeon.players.rooms.RoomBots;
import dungeon.queries.QueriesApplication;
import dungeon.queries.config.QueriesConfig;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.observe.Observation;
import dungeon.standalone.registry.RegistryProcess;
import dungeon.standalone.registry.RegistrySettings;
import dungeon.standalone.secure.Service;
import dungeon.statetopics.StateTopicsApplication;
import dungeon.statetopics.StateTopicsConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The whole system in this process, but for the schema registry, which is a child of it. */
public final class Machine implements AutoCloseable {
    private static final short REPLICATION_FACTOR = 1;
    private static final String PUBLIC_URL = "DUNGEON_INGEST_LOGIN_PUBLICURL";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int ANY_PORT = 0;

    /** A static member takes the place of the one that was killed, without waiting for its session to end. */
    private static final String STATIC_MEMBER = "standalone";

    private static final Duration READY_MAXIMUM = Duration.ofMinutes(2);

    private final MachineConfig config;
    private final DataFolder folder;
    private final Progress progress;
    private final RunningParts parts = new RunningParts();
    private final PartStarts starts;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private volatile boolean closing;
    private volatile BotHost bots;
    private final List<String> topologyUrls = new CopyOnWriteArrayList<>();
    /** Null if nobody watches. */
    private volatile Observation observation;

    /** Made before anything starts. */
    private volatile BrokerAccess access;

    private Machine(MachineConfig config, DataFolder folder, Progress progress) {
        this.config = config;
        this.folder = folder;
        this.progress = progress;
        this.starts = new PartStarts(progress);
    }

    /**
     * A machine whose data folder and ports are this process's own; {@link #start} starts its parts.
     *
     * @throws CannotStartException if something of this is in use, or the folder cannot be used
     */
    public static Machine claim(MachineConfig config, Progress progress) {
        DataFolder folder = DataFolder.open(config.dataFolder());
        try {
            config.ports().requireFree(config.analyticsPort(), config.servicesPort());
        } catch (CannotStartException e) {
            folder.close();
            throw e;
        }
        Logging.toFolder(folder.resolve("logs"));
        return new Machine(config, folder, progress);
    }

    /**
     * Starts all parts, side by side where they do not need each other, and returns when all of them serve.
     *
     * @throws IllegalStateException if one does not start; the others are stopped
     */
    public void start() throws InterruptedException {
        progress.say("Starting the broker, the schema registry and the services; data is in " + config.dataFolder());
        access = BrokerAccess.prepare(config);
        if (config.observed()) {
            observation = parts.add(Part.OBSERVATION, Observation.begin(folder.resolve("observe"), progress::say));
        }
        try {
            starts.begin("the broker", this::startBroker);
            starts.begin("the schema registry", this::startRegistry);
            // These wait for the broker and the registry by themselves, and load their classes meanwhile.
            starts.begin("command ingest", this::startIngest);
            starts.begin("the queries", this::startQueries);
            starts.begin("the topology", this::startTopology, "the broker", "the schema registry");
            starts.awaitAll();
            awaitServing("command ingest", config.ingestUrl());
            awaitServing("the queries", config.queriesUrl());
            access.awaitPlayers(administratorToken(), READY_MAXIMUM);
            if (config.publishesState()) {
                startStateTopics();
            }
            if (config.analyticsPort() != 0) {
                startAnalytics();
            }
            progress.say("All parts are ready");
            startBots();
            if (observation != null) {
                observation.watch(config.services(topologyUrls));
            }
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        } finally {
            starts.close();
        }
    }

    /** Where players find the platform. */
    public Platform platform() {
        return BrokerAccess.of(config).ofPlayers();
    }

    /** Where a service finds it. */
    public Platform platformOf(Service service) {
        return BrokerAccess.of(config).of(service);
    }

    /** A place in the data folder. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** The bots of this machine. */
    public BotHost bots() {
        return bots;
    }

    /** Where command-ingest writes the administrator's JWT when it starts first. */
    public Path administratorTokenFile() {
        return folder.resolve("ingest/administrator.token");
    }

    /** The administrator's JWT. */
    public String administratorToken() {
        Path file = administratorTokenFile();
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the administrator's token " + file, e);
        }
    }

    /** Completes, with the cause, if a part has ended by itself and cannot go on. */
    public CompletableFuture<Throwable> failure() {
        return failure;
    }

    /** Stops all parts when the process is told to end, by Ctrl-C or SIGTERM. */
    public void closeOnSignal() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!closing) {
                                progress.say("Stopping");
                                close();
                            }
                        },
                        "stop-on-signal"));
    }

    @Override
    public void close() {
        closing = true;
        parts.close();
        starts.close();
        folder.close();
    }

    private Void startBroker() throws InterruptedException {
        EmbeddedBroker broker = parts.add(
                Part.BROKER,
                EmbeddedBroker.start(access.secured(new BrokerConfig(
                        folder.resolve("broker"), config.ports().broker(), FreePorts.one()))));
        try (Admin admin = access.operator()) {
            access.setUp(admin);
            TopicSetup.createMissing(admin, Topics.PARTITIONS, REPLICATION_FACTOR);
            OpenTransactions.abortAll(admin, topologyConfigs());
        }
        progress.say("The broker is ready on " + broker.bootstrapServers());
        return null;
    }

    private Void startRegistry() throws InterruptedException {
        RegistryProcess registry = parts.add(
                Part.REGISTRY,
                RegistryProcess.start(new RegistrySettings(
                        folder.resolve("registry"),
                        folder.resolve("logs"),
                        config.ports().registry(),
                        access.schemaWriters())));
        Map<String, Object> writer = new HashMap<>(access.writersSettingsOf(Service.OPERATOR));
        writer.put(RegistryConfig.URL, registry.url().toString());
        SchemaSetup.register(new SchemaRegistry(RegistryConfig.from(writer)));
        progress.say("The schema registry is ready at " + registry.url());
        return null;
    }

    private Void startTopology() throws InterruptedException, ExecutionException {
        List<TopologyApplication> started = new ArrayList<>();
        for (TopologyConfig topology : topologyConfigs()) {
            started.add(start(topology));
        }
        for (TopologyApplication topology : started) {
            CompletableFuture.anyOf(topology.running(), topology.failure().thenCompose(CompletableFuture::failedFuture))
                    .get();
        }
        progress.say("The topology is running; its metrics are at %s/metrics"
                .formatted(String.join("/metrics and ", topologyUrls)));
        return null;
    }

    private TopologyApplication start(TopologyConfig settings) throws InterruptedException {
        OperatedService<TopologyApplication> operated = parts.add(
                Part.TOPOLOGY,
                OperatedService.start(
                        settings.serviceName(),
                        LOOPBACK,
                        ANY_PORT,
                        meters -> TopologyApplication.start(settings, meters)));
        topologyUrls.add("http://%s:%d".formatted(LOOPBACK, operated.port()));
        CompletableFuture<Void> unused = operated.application().failure().thenAccept(this::fail);
        return operated.application();
    }

    private List<TopologyConfig> topologyConfigs() {
        Map<String, String> settings = settings().topology(folder.resolve("topology"));
        settings.putAll(ServiceSettings.serviceTokens(config.ingestUrl(), folder.resolve("ingest")));
        settings.putAll(access.writersSettingsOf(Service.TOPOLOGY));
        settings.put(TopologyConfig.INSTANCE_ID, STATIC_MEMBER);
        return Topologies.of(settings, folder);
    }

    private ServiceSettings settings() {
        return new ServiceSettings(
                access.bootstrapServers(),
                config.registryUrl(),
                ServiceSettings.keySetUrlOf(config.ingestUrl()),
                REPLICATION_FACTOR);
    }

    private Void startIngest() {
        Map<String, String> settings = settings().ingest(config.ports().ingest(), folder.resolve("ingest"));
        // Where the page is, unless there is something in front of it.
        settings.put("dungeon.ingest.login.public-url", System.getenv().getOrDefault(PUBLIC_URL, config.queriesUrl()));
        access.writersSettingsOf(Service.INGEST)
                .forEach((name, value) -> settings.put("dungeon.ingest.kafka." + name, value));
        parts.add(Part.INGEST, IngestApplication.start(Map.copyOf(settings)));
        progress.say("Command ingest has started at " + config.ingestUrl());
        return null;
    }

    private Void startQueries() {
        Map<String, String> settings = settings().queries(config.ports().queries(), folder.resolve("queries"));
        settings.putAll(access.writersSettingsOf(Service.QUERIES));
        access.settingsOf(Service.GAME_LOG).forEach((name, value) -> settings.put("log.reader." + name, value));
        // There is no other instance that could follow.
        settings.put("num.standby.replicas", "0");
        settings.put("group.instance.id", STATIC_MEMBER);
        settings.put("ingest.url", config.ingestUrl());
        settings.put("history.url", config.historyUrl());
        settings.put("analytics.url", config.analyticsUrl());
        QueriesApplication queries = parts.add(Part.QUERIES, QueriesApplication.start(QueriesConfig.from(settings)));
        CompletableFuture<Void> unused = queries.failure().thenAccept(this::fail);
        progress.say("The queries have started at " + config.queriesUrl());
        return null;
    }

    private void startStateTopics() throws InterruptedException {
        Map<String, String> settings = settings().stateTopics(folder.resolve("state-topics"));
        settings.putAll(access.writersSettingsOf(Service.STATE_TOPICS));
        settings.put("group.instance.id", STATIC_MEMBER);
        OperatedService<StateTopicsApplication> application = parts.add(
                Part.STATE_TOPICS,
                OperatedService.start(
                        "dungeon-state-topics",
                        LOOPBACK,
                        ANY_PORT,
                        meters -> StateTopicsApplication.start(StateTopicsConfig.from(settings), meters)));
        CompletableFuture<Void> unused = application.failure().thenAccept(cause -> tell("state topics", cause));
        progress.say("The state of games is published on db.game.ecst.v1 and the like");
    }

    private void startAnalytics() throws InterruptedException {
        Map<String, String> settings = settings().analytics(config.analyticsPort(), folder.resolve("analytics"));
        settings.putAll(access.writersSettingsOf(Service.ANALYTICS));
        settings.put("group.instance.id", STATIC_MEMBER);
        AnalyticsApplication application =
                parts.add(Part.ANALYTICS, AnalyticsApplication.start(AnalyticsConfig.from(settings)));
        CompletableFuture<Void> unused = application.failure().thenAccept(cause -> tell("analytics", cause));
        progress.say(
                "Figures of all games are counted: %s/analytics/sales and the like".formatted(config.queriesUrl()));
    }

    private void startBots() throws InterruptedException {
        bots = parts.add(Part.BOTS, new BotHost(folder.resolve("bots"), platform()));
        bots.resume();
        if (config.playsPractice()) {
            parts.add(Part.PRACTICE_BOTS, PracticeBots.alone(folder.resolve("practice-bots"), platform()));
            parts.add(Part.ROOM_BOTS, RoomBots.start(folder.resolve("room-bots"), platform(), ServiceMeters.none()));
        }
    }

    /** Who only reads is missed by those who read it; games go on. */
    private void tell(String part, Throwable cause) {
        if (!closing) {
            progress.say(
                    "The %s have ended, and come back with the next start; games go on: %s".formatted(part, cause));
        }
    }

    private void fail(Throwable cause) {
        // Parts that are being stopped have a right to complain about each other's absence.
        if (!closing) {
            failure.complete(cause);
        }
    }

    private void awaitServing(String what, String url) throws InterruptedException {
        Readiness.await(
                HttpClient.newHttpClient(),
                URI.create(url),
                READY_MAXIMUM,
                answer -> progress.say("Waiting for %s; it says %s".formatted(what, answer)));
    }
}
