package dungeon.history.local;

import dungeon.history.db.DatabaseProblem;
import dungeon.standalone.launcher.ParentBoundMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a worker running that brings events into the databases: starts its process anew when it ends, and a connector's task when it has failed,
 * as an orchestrator does in a cluster. A task fails when its database is away, and goes on where it was when that is back.
 */
final class LocalWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWorker.class);
    private static final String MAIN_CLASS = "org.apache.kafka.connect.cli.ConnectStandalone";
    private static final long LOOK_MS = 500;
    private static final long PAUSE_MS = 1_000;
    /** A database that is away for long is not asked more often; and one that is back need not wait longer. */
    private static final long PAUSE_MAXIMUM_MS = 5_000;

    private static final long DEATH_MAXIMUM_S = 30;

    private final WorkerConfig config;
    private final WorkerFiles files;
    private final WorkerLogin login = WorkerLogin.atRandom();
    private final ConnectorStates states;
    private final List<String> connectors;
    private final Consumer<String> notice;
    /** Why those that have failed did so, as it was said last. */
    private final ConcurrentHashMap<String, String> problems = new ConcurrentHashMap<>();

    private final Thread watch = new Thread(this::watch, "worker-watch");
    private volatile Process process;
    private volatile boolean closing;

    private LocalWorker(WorkerConfig config, WorkerFiles files, Consumer<String> notice) {
        this.notice = notice;
        this.config = config;
        this.files = files;
        this.states = new ConnectorStates(config.port(), login);
        this.connectors = config.connectors();
    }

    /**
     * Starts a worker and returns at once; it serves some seconds later, or as soon as there is a broker.
     *
     * @param notice takes what somebody at the terminal has to know: that a connector has failed and why, and that it goes on
     */
    static LocalWorker start(WorkerConfig config, WorkerFiles files, Consumer<String> notice) throws IOException {
        LocalWorker worker = new LocalWorker(config, files, notice);
        worker.process = worker.launch();
        worker.watch.setDaemon(true);
        worker.watch.start();
        return worker;
    }

    /** What {@code kill -9} does; it comes back. */
    void kill() {
        process.destroyForcibly();
    }

    /** The process that runs at the moment. */
    long pid() {
        return process.pid();
    }

    /** Why a connector has failed; empty if it has not, or goes on. */
    Optional<String> problemOf(String connector) {
        return Optional.ofNullable(problems.get(connector));
    }

    /** Whether events of all connectors are being written. */
    boolean isRunning() throws InterruptedException {
        for (String connector : connectors) {
            if (!states.of(connector).isRunning()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        Process last = process;
        last.destroyForcibly();
        try {
            if (!last.waitFor(DEATH_MAXIMUM_S, TimeUnit.SECONDS)) {
                LOG.error("The worker, process {}, does not end", last.pid());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        Path logs = Files.createDirectories(config.folder());
        Path properties = logs.resolve("worker.properties");
        Files.writeString(properties, config.properties(files));
        login.write(logs);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It shares the cores with the game, which goes before.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=" + files.logging(),
                "-Ddungeon.logs=" + logs,
                "-Djava.security.auth.login.config=" + logs.resolve(WorkerLogin.MODULE_FILE),
                "-cp",
                files.classPath(),
                ParentBoundMain.class.getName(),
                MAIN_CLASS,
                properties.toString()));
        connectors.forEach(
                connector -> command.add(files.configuration(connector).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve("output.txt").toFile()));
        // What else the shell has, such as keys, is none of its business.
        builder.environment().clear();
        builder.environment().putAll(config.environment());
        return builder.start();
    }

    private void watch() {
        long pauseMs = PAUSE_MS;
        int exits = 0;
        while (!closing) {
            try {
                if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
                    exits++;
                    noteExit(exits);
                    Thread.sleep(pauseMs);
                    pauseMs = longer(pauseMs);
                    relaunch();
                } else if (restartFailedTasks()) {
                    Thread.sleep(pauseMs);
                    pauseMs = longer(pauseMs);
                } else if (isRunning()) {
                    exits = 0;
                    pauseMs = PAUSE_MS;
                }
            } catch (InterruptedException e) {
                LOG.debug("No longer watching the worker", e);
                return;
            } catch (IOException | RuntimeException e) {
                // A disk that is full, or a build that is under way; what has ended or failed is found again.
                LOG.error("The worker could not be started again, and is tried again", e);
                notice.accept("The worker could not be started again, and is tried again: " + e);
            }
        }
    }

    private void noteExit(int exits) {
        LOG.warn(
                "The worker ended with exit code {} and is started again; see {}",
                process.exitValue(),
                config.folder());
        // Once is an accident.
        if (exits == 2) {
            notice.accept("The worker has ended twice, and is started again until it stays; see %s"
                    .formatted(config.folder()));
        }
    }

    private synchronized void relaunch() throws IOException {
        if (!closing) {
            process = launch();
        }
    }

    /** Says whether there were any. */
    private boolean restartFailedTasks() throws InterruptedException, IOException {
        boolean failed = false;
        for (String connector : connectors) {
            ConnectorStates.State state = states.of(connector);
            if (state.hasFailed()) {
                failed = true;
                noteProblem(connector, state);
                states.restart(connector);
            } else if (state.isRunning() && problems.remove(connector) != null) {
                notice.accept("The connector %s goes on".formatted(connector));
            }
        }
        return failed;
    }

    private void noteProblem(String connector, ConnectorStates.State state) throws IOException {
        // The sink hides why it cannot connect behind a question of its own, so the database is asked.
        SinkLogin login = SinkLogin.of(files.configuration(connector), config.environment());
        String problem = DatabaseProblem.connecting(login.url(), login.role(), login.password())
                .orElseGet(() -> SinkProblem.explain(state.reason()));
        LOG.warn("The connector {} has stopped and is started again: {}", connector, problem);
        if (!problem.equals(problems.put(connector, problem))) {
            notice.accept("The connector %s has stopped, and is started again until it goes on: %s"
                    .formatted(connector, problem));
        }
    }

    private static long longer(long pauseMs) {
        return Math.min(2 * pauseMs, PAUSE_MAXIMUM_MS);
    }
}
