package dungeon.standalone.processes;

import dungeon.app.TopologyApplication;
import dungeon.app.TopologyConfig;
import dungeon.ingest.IngestApplication;
import dungeon.queries.QueriesApplication;
import dungeon.queries.QueriesConfig;
import dungeon.standalone.bench.host.PassThrough;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * What runs in a process. Its arguments are its role, its log folder and a file with its settings. SIGTERM closes it in
 * order; when the process that started it is gone, it ends too.
 */
final class ChildMain {
    /** A line of this and a file's name, from the process that started this one. */
    static final String ARCHIVE_ORDER = "archive classes in ";

    private ChildMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread watch = new Thread(ChildMain::followOrders, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Logging.toFolder(Path.of(arguments[1]));
        Map<String, String> settings = read(Path.of(arguments[2]));
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        AutoCloseable running;
        try {
            running = start(Role.valueOf(arguments[0]), settings, failure);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(ChildMain.class).error("{} cannot start", arguments[0], e);
            Runtime.getRuntime().halt(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running), "shutdown"));
        Throwable cause = failure.join();
        LoggerFactory.getLogger(ChildMain.class).error("{} has failed", arguments[0], cause);
        // As in a container: whoever fails ends, and is started anew.
        Runtime.getRuntime().halt(1);
    }

    private static AutoCloseable start(Role role, Map<String, String> settings, CompletableFuture<Throwable> failure)
            throws InterruptedException {
        switch (role) {
            case BROKER -> {
                return EmbeddedBroker.start(brokerConfig(settings));
            }
            case TOPOLOGY -> {
                TopologyApplication topology = TopologyApplication.start(TopologyConfig.from(settings));
                CompletableFuture<Boolean> unused = topology.failure().thenApply(failure::complete);
                return topology;
            }
            case QUERIES -> {
                QueriesApplication queries = QueriesApplication.start(QueriesConfig.from(settings));
                CompletableFuture<Boolean> unused = queries.failure().thenApply(failure::complete);
                return queries;
            }
            case PASS_THROUGH -> {
                PassThrough passThrough = new PassThrough(TopologyConfig.from(settings));
                CompletableFuture<Boolean> unused = passThrough.failure().thenApply(failure::complete);
                return passThrough;
            }
            case INGEST -> {
                return IngestApplication.start(Map.copyOf(settings));
            }
        }
        throw new IllegalArgumentException("There is no role " + role);
    }

    private static BrokerConfig brokerConfig(Map<String, String> settings) {
        TreeMap<Integer, Integer> voters = new TreeMap<>();
        for (int node = 1; settings.containsKey("controller.port." + node); node++) {
            voters.put(node, Integer.valueOf(settings.get("controller.port." + node)));
        }
        Optional<BrokerConfig.Detour> detour = Optional.ofNullable(settings.get("detour.port"))
                .map(port -> new BrokerConfig.Detour(
                        Integer.parseInt(port), Integer.parseInt(settings.get("detour.advertised"))));
        return new BrokerConfig(
                Path.of(settings.get("folder")),
                Integer.parseInt(settings.get("port")),
                Integer.parseInt(settings.get("node")),
                voters,
                settings.get("cluster"),
                detour);
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(ChildMain.class).warn("It did not stop as it should", e);
        }
    }

    private static void followOrders() {
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.startsWith(ARCHIVE_ORDER)) {
                    archiveClasses(Path.of(order.substring(ARCHIVE_ORDER.length())));
                }
            }
        } catch (IOException e) {
            System.err.println("Cannot read from the parent process: " + e);
        }
        Runtime.getRuntime().halt(0);
    }

    /** The JVM offers this to jcmd and to management beans only. */
    private static void archiveClasses(Path archive) {
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".new");
        try {
            System.out.println(ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmCds",
                            new Object[] {new String[] {"dynamic_dump", unfinished.toString()}},
                            new String[] {String[].class.getName()}));
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | JMException | JMRuntimeException e) {
            // Whoever waits for the archive says that it is not there; the process itself goes on.
            System.err.println("Cannot archive the classes: " + e);
        }
    }
}
