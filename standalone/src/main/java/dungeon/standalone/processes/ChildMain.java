package dungeon.standalone.processes;

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
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;
import org.slf4j.LoggerFactory;

/**
 * What runs in a process. Its arguments are the class of its role, its log folder and a file with its settings. SIGTERM closes it in
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
            running = start(arguments[0], settings, failure);
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

    private static AutoCloseable start(String role, Map<String, String> settings, CompletableFuture<Throwable> failure)
            throws InterruptedException {
        try {
            return Class.forName(role)
                    .asSubclass(Role.class)
                    .getConstructor()
                    .newInstance()
                    .start(settings, failure);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("There is no role " + role, e);
        }
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
