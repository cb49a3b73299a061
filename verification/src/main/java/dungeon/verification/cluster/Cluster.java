package dungeon.verification.cluster;

import dungeon.app.SchemaSetup;
import dungeon.players.connection.Platform;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.SchemaRegistry;
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
import dungeon.standalone.secure.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brokers, the registry, instances of the topology and of the queries, and command ingest, each in a process of its own. The
 * second instance of the topology, if there is one, reaches the brokers by ways that can be cut.
 */
public final class Cluster implements AutoCloseable {
    private static final int COPIES_MAXIMUM = 3;
    private static final Duration READY_MAXIMUM = Duration.ofMinutes(3);
    /** The memory that each needs for a handful of games; ingest, for as many connections as it takes and what they send. */
    private static final Map<Class<? extends Role>, Integer> HEAP_MB =
            Map.of(BrokerRole.class, 320, TopologyRole.class, 224, QueriesRole.class, 224, IngestRole.class, 320);

    private final ClusterConfig config;
    private final Build ownBuild;
    private final Build changedBuild;
    private final List<Integer> brokerPorts;
    private final List<Child> brokers = new ArrayList<>();
    private final List<Child> topologies = new ArrayList<>();
    private final List<Child> queries = new ArrayList<>();
    private final List<CuttableProxy> proxies = new ArrayList<>();
    private final List<String> queriesUrls = new ArrayList<>();
    private final Child ingest;
    private final RegistrySettings registrySettings;
    private final Platform platform;
    private final Platform operator;
    private final ClusterAccess access;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private RegistryProcess registry;
    /** A signal closes the cluster while somebody may be starting it. */
    private volatile boolean closed;

    /** Lays it out in a folder, and starts nothing yet. */
    public Cluster(ClusterConfig config) {
        this.config = config;
        ownBuild = Build.own(config.folder().resolve("classes"));
        changedBuild = config.classPathFirst().isEmpty()
                ? ownBuild
                : Build.of(
                        JavaClasses.ownAfter(config.classPathFirst()),
                        config.folder().resolve("classes/changed"));
        List<Integer> ports = FreePorts.several(5 * config.brokers() + config.instances() + 2);
        brokerPorts = ports.subList(0, config.brokers());
        List<Integer> detourPorts = ports.subList(2 * config.brokers(), 3 * config.brokers());
        List<Integer> proxyPorts = ports.subList(3 * config.brokers(), 4 * config.brokers());
        List<Integer> controllerPorts = ports.subList(config.brokers(), 2 * config.brokers());
        int ingestPort = ports.get(4 * config.brokers() + config.instances() + 1);
        String ingestUrl = "http://127.0.0.1:" + ingestPort;
        access = new ClusterAccess(
                config.folder(),
                config.secure() ? ports.subList(ports.size() - config.brokers(), ports.size()) : List.of());
        String cluster = ClusterId.in(folder("broker", 1).resolve("data"));
        for (int i = 0; i < config.brokers(); i++) {
            Map<String, String> settings = ServiceSettings.broker(
                    i + 1, folder("broker", i + 1).resolve("data"), brokerPorts.get(i), controllerPorts, cluster);
            settings.putAll(access.ofBroker(i, ingestUrl));
            if (!access.isSecure()) {
                settings.put("detour.port", String.valueOf(detourPorts.get(i)));
                settings.put("detour.advertised", String.valueOf(proxyPorts.get(i)));
                proxies.add(new CuttableProxy(proxyPorts.get(i), detourPorts.get(i)));
            }
            brokers.add(child(BrokerRole.class, i + 1, settings));
        }
        int registryPort = ports.get(4 * config.brokers() + config.instances());
        registrySettings = new RegistrySettings(
                config.folder().resolve("registry"),
                config.folder().resolve("registry/logs"),
                registryPort,
                access.writers());
        String bootstrap = access.bootstrapServers(bootstrap(brokerPorts));
        ServiceSettings settings = settings(bootstrap, ingestUrl);
        for (int i = 0; i < config.instances(); i++) {
            // The second is reached by the proxies, so that it can be cut off.
            topologies.add(topology(i + 1, i == 0 ? settings : settings(bootstrap(proxyPorts), ingestUrl), ingestUrl));
            int port = ports.get(4 * config.brokers() + i);
            queriesUrls.add("http://127.0.0.1:" + port);
            queries.add(queries(i + 1, settings, port, ingestUrl));
        }
        Map<String, String> ingestSettings =
                settings.ingest(ingestPort, config.folder().resolve("ingest"));
        access.of(Service.INGEST).forEach((name, value) -> ingestSettings.put("dungeon.ingest.kafka." + name, value));
        ingestSettings.putAll(config.ingestSettings());
        ingest = child(IngestRole.class, 1, ingestSettings);
        platform = platform(ingestUrl, bootstrap(brokerPorts), access.ofPlayers());
        operator = platform(ingestUrl, bootstrap, access.of(Service.OPERATOR));
    }

    /** Starts all, and returns when all serve. */
    public void start() throws InterruptedException {
        start(true);
    }

    /** The same, with services of another build, which tell the registry themselves what they write. */
    public void start(Build build) throws InterruptedException {
        services().forEach(service -> service.use(build.classesOf(service.name())));
        start(false);
    }

    private void start(boolean withOwnSchemas) throws InterruptedException {
        // It is given up after a minute, so on a busy machine it must not share the cores with all the others.
        startRegistry();
        brokers.forEach(Child::start);
        ingest.start();
        queries.forEach(Child::start);
        if (withOwnSchemas) {
            registerSchemas();
        }
        ClusterTopics.create(clientConfig(), config.brokers(), copies(), access);
        topologies.forEach(Child::start);
        awaitServing();
        access.awaitPlayers(platform, administratorToken(), READY_MAXIMUM);
    }

    /** Tells the registry the schemas of this build. */
    public void registerSchemas() {
        SchemaSetup.register(new SchemaRegistry(RegistryConfig.from(operator.clientConfig())));
    }

    /** What there are builds of: all but the brokers and the registry. In the order in which they are replaced by newer ones. */
    public List<Child> services() {
        return Stream.of(queries, topologies, List.of(ingest))
                .flatMap(List::stream)
                .toList();
    }

    /** Archives the classes of one process of each role, as an image does that is built for starting quickly. */
    public void archiveClasses() throws InterruptedException {
        for (Child child : List.of(brokers.get(0), topologies.get(0), queries.get(0), ingest)) {
            child.archiveClasses();
        }
    }

    /** Kills everything, all at once. */
    public void killAll() throws InterruptedException {
        List<Child> all = children().toList();
        all.forEach(Child::close);
        registry.kill();
        registry.close();
        for (Child child : all) {
            child.kill();
        }
    }

    /**
     * Starts again, after {@link #killAll}, all that decides; comes back before it serves. The brokers have the cores to
     * themselves at first, because what all wait for longest, the session of the dead, begins when a broker has read the group; the
     * others start meanwhile.
     */
    public void startDeciding() throws InterruptedException {
        brokers.forEach(Child::start);
        OpenPorts.await(brokerPorts, READY_MAXIMUM);
        topologies.forEach(Child::start);
        ingest.start();
        startRegistry();
    }

    /** Waits until ingest and the queries say that they are ready. */
    public void awaitServing() throws InterruptedException {
        awaitReady(platform.ingestUrl());
        for (String url : queriesUrls) {
            awaitReady(url);
        }
    }

    /** The build that this process is of. */
    public Build ownBuild() {
        return ownBuild;
    }

    public Platform platform() {
        return platform;
    }

    /** Where those find it who may see and do everything. */
    public Platform operator() {
        return operator;
    }

    /** What their Kafka clients need. */
    public Map<String, Object> clientConfig() {
        return operator.clientConfig();
    }

    public List<Child> brokers() {
        return brokers;
    }

    public List<Child> topologies() {
        return topologies;
    }

    public List<Child> queries() {
        return queries;
    }

    public List<String> queriesUrls() {
        return queriesUrls;
    }

    /** Where an instance of the queries has its stores; the first is 0, as in {@link #queries}. */
    public Path queriesState(int instance) {
        return folder("queries", instance + 1).resolve("state");
    }

    public Child ingest() {
        return ingest;
    }

    /** Lets the registry hang: it takes requests and answers none. */
    public void freezeRegistry() throws InterruptedException {
        Child.signal("-STOP", registry.pid());
    }

    public void thawRegistry() throws InterruptedException {
        Child.signal("-CONT", registry.pid());
    }

    /** Cuts the second instance of the topology off from all brokers. */
    public void cutNetwork() {
        proxies.forEach(CuttableProxy::cut);
    }

    public void mendNetwork() {
        proxies.forEach(CuttableProxy::mend);
    }

    /** How often a process ended although nobody wanted it to. */
    public Map<String, Integer> endedByThemselves() {
        return children()
                .filter(child -> child.endedByItself() > 0)
                .collect(Collectors.toMap(Child::name, Child::endedByItself));
    }

    /** The process ids of all that run at the moment, the registry's among them, by their names. */
    public Map<String, Long> processIds() {
        Map<String, Long> ids = children()
                .collect(Collectors.toMap(Child::name, Child::pid, (first, second) -> first, LinkedHashMap::new));
        ids.put("registry", registry.pid());
        return ids;
    }

    public String administratorToken() {
        try {
            return Files.readString(config.folder().resolve("ingest/administrator.token"))
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the administrator's token", e);
        }
    }

    public void awaitReady(String url) throws InterruptedException {
        Readiness.await(http, URI.create(url), READY_MAXIMUM);
    }

    @Override
    public void close() {
        closed = true;
        // Brokers that are frozen or cut off must not keep anything from ending.
        children().forEach(Child::retire);
        if (registry != null) {
            registry.close();
        }
        proxies.forEach(CuttableProxy::close);
        try {
            for (Child child : children().toList()) {
                child.awaitGone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startRegistry() throws InterruptedException {
        if (closed) {
            throw new IllegalStateException("The cluster is closed");
        }
        registry = RegistryProcess.start(registrySettings);
    }

    private Stream<Child> children() {
        return Stream.concat(brokers.stream(), services().stream());
    }

    private Platform platform(String ingestUrl, String bootstrap, Map<String, String> kafka) {
        return new Platform(
                ingestUrl, queriesUrls.get(0), bootstrap, registrySettings.url().toString(), kafka);
    }

    private ServiceSettings settings(String bootstrap, String ingestUrl) {
        return new ServiceSettings(
                bootstrap, registrySettings.url().toString(), ServiceSettings.keySetUrlOf(ingestUrl), copies());
    }

    private Child topology(int number, ServiceSettings services, String ingestUrl) {
        Map<String, String> settings =
                services.topology(folder("topology", number).resolve("state"));
        settings.putAll(ServiceSettings.serviceTokens(ingestUrl, config.folder().resolve("ingest")));
        settings.putAll(access.of(Service.TOPOLOGY));
        settings.put("num.standby.replicas", "1");
        if (config.rooms()) {
            settings.put(
                    TopologyRole.TICTACTOE_STATE_DIR,
                    folder("topology", number).resolve("state-tictactoe").toString());
        }
        membership(settings, "topology-" + number);
        return child(TopologyRole.class, number, settings);
    }

    private Child queries(int number, ServiceSettings services, int port, String ingestUrl) {
        Map<String, String> settings = services.queries(port, queriesState(number - 1));
        settings.put("ingest.url", ingestUrl);
        settings.putAll(access.of(Service.QUERIES));
        access.readerOf(Service.GAME_LOG).forEach((name, value) -> settings.put("log.reader." + name, value));
        settings.put("num.standby.replicas", "1");
        membership(settings, "queries-" + number);
        return child(QueriesRole.class, number, settings);
    }

    private void membership(Map<String, String> settings, String name) {
        if (config.staticMembers()) {
            settings.put("group.instance.id", name);
        }
        config.session().ifPresent(session -> settings.put("session.timeout.ms", String.valueOf(session.toMillis())));
    }

    private Child child(Class<? extends Role> role, int number, Map<String, String> settings) {
        String name = Child.nameOf(role);
        return new Child(
                role,
                name + "-" + number,
                folder(name, number),
                settings,
                jvmOptions(role),
                (role == TopologyRole.class ? changedBuild : ownBuild).classesOf(name));
    }

    private List<String> jvmOptions(Class<? extends Role> role) {
        // The simplest collector, because two cores are shared by ten processes.
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx%dm".formatted(HEAP_MB.get(role))));
        if (!config.secure()) {
            // For the same reason the quick compiler; but that one makes AES as slow as a line of 240 Mbit/s, and no
            // broker is
            // run that way where it matters.
            options.add("-XX:TieredStopAtLevel=1");
        }
        if (config.wholeHeap()) {
            options.addAll(List.of("-Xms%dm".formatted(HEAP_MB.get(role)), "-XX:+AlwaysPreTouch"));
        }
        return options;
    }

    private short copies() {
        return (short) Math.min(config.brokers(), COPIES_MAXIMUM);
    }

    private Path folder(String role, int number) {
        return config.folder().resolve(role + "-" + number);
    }

    static String bootstrap(List<Integer> ports) {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }
}
