package dungeon.standalone.processes;

import dungeon.standalone.machine.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process that can be killed, frozen and started again. If it ends by itself, it is started anew, as an
 * orchestrator does, and that is counted.
 */
public final class Child implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);
    private static final Pattern PROCESS_ID =
            Pattern.compile("stream-client \\[(dungeon-[a-z0-9-]+?-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern STREAMS_STATE =
            Pattern.compile("stream-client \\[[^]]*\\] State transition from \\w+ to (\\w+)");
    private static final long DEATH_MAXIMUM_S = 30;
    private static final long RESTART_PAUSE_MS = 1_000;
    private static final Duration ARCHIVE_MAXIMUM = Duration.ofSeconds(60);

    private final Class<? extends Role> role;
    private final String name;
    private final Path folder;
    private final Map<String, String> settings;
    private final List<String> jvmOptions;
    private volatile JavaClasses classes;
    private final AtomicInteger endedByItself = new AtomicInteger();
    private volatile Process process;
    private boolean wanted;
    private boolean retired;

    /**
     * Does not start it yet.
     *
     * @param folder for its settings, logs and temporary files
     * @param settings what its role takes
     * @param jvmOptions its heap, collector and compiler
     * @param classes where it has its classes from
     */
    public Child(
            Class<? extends Role> role,
            String name,
            Path folder,
            Map<String, String> settings,
            List<String> jvmOptions,
            JavaClasses classes) {
        this.role = role;
        this.name = name;
        this.folder = folder;
        this.settings = settings;
        this.jvmOptions = jvmOptions;
        this.classes = classes;
    }

    /** What a process of a role is usually called, such as {@code topology}; a number follows where there are several. */
    public static String nameOf(Class<? extends Role> role) {
        return role.getSimpleName().replaceFirst("Role$", "").toLowerCase(Locale.ROOT);
    }

    public String name() {
        return name;
    }

    /** How often it ended although nobody wanted it to. */
    public int endedByItself() {
        return endedByItself.get();
    }

    /** Where it has its classes from when it is started the next time. */
    public void use(JavaClasses others) {
        classes = others;
    }

    /** Starts it, unless it runs or was retired. */
    public synchronized void start() {
        if (retired || (process != null && process.isAlive())) {
            return;
        }
        wanted = true;
        launch();
    }

    /** What {@code kill -9} does. */
    public synchronized void kill() throws InterruptedException {
        wanted = false;
        process.destroyForcibly();
        awaitDeath();
    }

    /** What {@code kill} does; waits for the end, which is forced after the time that a container gets. */
    public synchronized void terminate() throws InterruptedException {
        wanted = false;
        // Not Process.destroy, which closes the input as well, and at its end the process halts.
        signal("-TERM", process.pid());
        if (!process.waitFor(DEATH_MAXIMUM_S, TimeUnit.SECONDS)) {
            LOG.warn("{} did not stop within {} s and is killed", name, DEATH_MAXIMUM_S);
            process.destroyForcibly();
            awaitDeath();
        }
    }

    public synchronized void freeze() throws InterruptedException {
        signal("-STOP", process.pid());
    }

    public synchronized void thaw() throws InterruptedException {
        signal("-CONT", process.pid());
    }

    /** Lets the running process write the archive of its classes, for those that are started later; returns when it is there. */
    public void archiveClasses() throws InterruptedException {
        Path archive = classes.archive().orElseThrow();
        try {
            OutputStream orders = process.getOutputStream();
            orders.write((ChildMain.ARCHIVE_ORDER + archive + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot ask %s for an archive of its classes".formatted(name), e);
        }
        if (!Waiting.until(() -> Files.exists(archive), ARCHIVE_MAXIMUM)) {
            throw new IllegalStateException("%s has not written %s within %d s; see the output in %s"
                    .formatted(name, archive, ARCHIVE_MAXIMUM.toSeconds(), folder));
        }
    }

    /** The name under which Kafka Streams knows the running process, from its log; empty if it has none yet. */
    public String streamsClient() {
        return lastInLog(PROCESS_ID);
    }

    /** The state that Kafka Streams has come to, such as {@code RUNNING}, from the log; empty if it has none yet. */
    public String streamsState() {
        return lastInLog(STREAMS_STATE);
    }

    private String lastInLog(Pattern pattern) {
        Path log = folder.resolve("logs/dungeon.log");
        String last = "";
        try {
            if (Files.exists(log)) {
                Matcher found = pattern.matcher(Files.readString(log));
                while (found.find()) {
                    last = found.group(1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
        return last;
    }

    @Override
    public void close() {
        Process last;
        synchronized (this) {
            wanted = false;
            last = process;
        }
        if (last != null) {
            last.destroyForcibly();
        }
    }

    /** Ends it for good: whoever starts it afterwards, because he does not know yet that all is over, starts nothing. */
    public void retire() {
        synchronized (this) {
            retired = true;
        }
        close();
    }

    /** The process id of the one that runs at the moment. */
    public long pid() {
        return process.pid();
    }

    /** Waits, after {@link #close}, until the process is gone. */
    public void awaitGone() throws InterruptedException {
        Process last = process;
        if (last != null && !last.waitFor(DEATH_MAXIMUM_S, TimeUnit.SECONDS)) {
            LOG.error("{} does not die", name);
        }
    }

    private void launch() {
        try {
            Path logs = folder.resolve("logs");
            Files.createDirectories(logs);
            Path file = folder.resolve("settings.properties");
            Properties properties = new Properties();
            properties.putAll(settings);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvmOptions);
            command.addAll(classOptions());
            command.addAll(List.of(
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                    "-cp",
                    classes.path(),
                    ChildMain.class.getName(),
                    role.getName(),
                    logs.toString(),
                    file.toString()));
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            logs.resolve("output.txt").toFile()))
                    .start();
            process = started;
            started.onExit().thenAccept(this::startAnewIfWanted).exceptionally(problem -> {
                LOG.error("{} cannot be started anew", name, problem);
                return null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    private List<String> classOptions() {
        return classes
                .archive()
                .map(file -> Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:+RecordDynamicDumpInfo")
                .stream()
                .toList();
    }

    private void startAnewIfWanted(Process ended) {
        synchronized (this) {
            if (!wanted || ended != process) {
                return;
            }
        }
        endedByItself.incrementAndGet();
        LOG.warn("{} ended by itself with exit code {} and is started anew", name, ended.exitValue());
        try {
            Thread.sleep(RESTART_PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            if (wanted && ended == process) {
                launch();
            }
        }
    }

    public static void signal(String signal, long pid) throws InterruptedException {
        try {
            int exitCode = new ProcessBuilder("kill", signal, String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "kill %s of process %d failed with %d".formatted(signal, pid, exitCode));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot signal process " + pid, e);
        }
    }

    private void awaitDeath() throws InterruptedException {
        if (!process.waitFor(DEATH_MAXIMUM_S, TimeUnit.SECONDS)) {
            throw new IllegalStateException("%s does not die".formatted(name));
        }
    }
}
