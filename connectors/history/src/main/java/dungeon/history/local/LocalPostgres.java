package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.standalone.machine.Ports;
import dungeon.standalone.machine.Waiting;
import dungeon.standalone.processes.Child;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL, whose binaries come out of a jar, with the databases and roles of the history. What it has confirmed is on the disk, whatever
 * is killed; if it dies, it is started again. From its first moment on it asks everybody for a password, and it listens on 127.0.0.1 only.
 */
final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration START_MAXIMUM = Duration.ofSeconds(60);
    /** A batch is written in some milliseconds, and a pause of the collector is shorter. */
    private static final Duration WRITER_IDLE_MAXIMUM = Duration.ofSeconds(5);

    private static final Duration DEATH_MAXIMUM = Duration.ofSeconds(30);
    private static final long LOOK_MS = 500;
    private static final long PAUSE_MS = 1_000;
    private static final long PAUSE_MAXIMUM_MS = 30_000;
    private static final String AUTHENTICATION = "scram-sha-256";

    private final PostgresFiles files;
    private final int port;
    private final Roles roles;
    private final Consumer<String> notice;
    private final Thread watch = new Thread(this::startAgainWhenItDies, "postgres-watch");
    private EmbeddedPostgres postgres;
    private volatile boolean closing;

    private LocalPostgres(PostgresFiles files, int port, Roles roles, Consumer<String> notice) {
        this.files = files;
        this.port = port;
        this.roles = roles;
        this.notice = notice;
    }

    /**
     * Starts it, after it has ended one that is left of a killed process, and returns when it answers and everything is made.
     *
     * @param folder for its binaries and data; nobody else works in it, or can look into it
     * @param notice takes what somebody at the terminal has to know
     */
    static LocalPostgres start(Path folder, int port, Roles roles, Consumer<String> notice)
            throws IOException, SQLException, InterruptedException {
        LocalPostgres database =
                new LocalPostgres(new PostgresFiles(Files.createDirectories(folder)), port, roles, notice);
        database.endOrphan();
        database.files.removeWhatIsHalfDone();
        database.launch();
        try {
            database.makeRolesAndDatabases();
            database.files.markComplete();
        } catch (IOException | SQLException e) {
            database.close();
            throw e;
        }
        database.watch.setDaemon(true);
        database.watch.start();
        return database;
    }

    /** What {@code kill -9} does; it comes back. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle process = files.running().orElseThrow();
        process.destroyForcibly();
        awaitEnd(process);
    }

    int port() {
        return port;
    }

    /** From now on it is not started again when it ends: Ctrl-C reaches it too, and it may be the first that falls. */
    void expectEnd() {
        closing = true;
        watch.interrupt();
    }

    @Override
    public void close() throws IOException {
        expectEnd();
        synchronized (this) {
            postgres.close();
        }
    }

    private synchronized void launch() throws IOException, InterruptedException {
        if (closing) {
            return;
        }
        endOrphan();
        Ports.requireFree(port, "PostgreSQL", "--postgres-port");
        Path password = files.writePassword(roles.passwordOf(Roles.SUPERUSER));
        try {
            postgres = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(files.binaries().toFile())
                    .setDataDirectory(files.data())
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START_MAXIMUM)
                    .setConnectConfig("password", roles.passwordOf(Roles.SUPERUSER))
                    // For initdb: the library would let everybody in.
                    .setLocaleConfig("auth-host", AUTHENTICATION)
                    .setLocaleConfig("auth-local", AUTHENTICATION)
                    .setLocaleConfig("pwfile", password.toString())
                    // The library is made for tests, and switches these off.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    // Two of each of five connectors, two of their owner, 15 of the readers, and what is kept for the
                    // superuser.
                    .setServerConfig("max_connections", "32")
                    .start();
        } catch (IOException | RuntimeException e) {
            // The library cannot say that it will end it if this process is about to end, and then leaves it running.
            endOrphan();
            throw e;
        } finally {
            Files.delete(password);
        }
    }

    private void startAgainWhenItDies() {
        long pauseMs = PAUSE_MS;
        while (!closing) {
            try {
                Thread.sleep(LOOK_MS);
                if (files.running().isPresent() || closing) {
                    pauseMs = PAUSE_MS;
                    continue;
                }
                notice.accept("PostgreSQL has ended, and is started again");
                synchronized (this) {
                    // It lets go of the folder's lock; there is nothing left to stop.
                    postgres.close();
                }
                launch();
            } catch (InterruptedException e) {
                LOG.debug("No longer watching PostgreSQL", e);
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL could not be started again, and is tried again", e);
                notice.accept("PostgreSQL could not be started again, and is tried again: " + e.getMessage());
                if (!pause(pauseMs)) {
                    return;
                }
                pauseMs = Math.min(2 * pauseMs, PAUSE_MAXIMUM_MS);
            }
        }
    }

    private static boolean pause(long pauseMs) {
        try {
            Thread.sleep(pauseMs);
            return true;
        } catch (InterruptedException e) {
            LOG.debug("No longer watching PostgreSQL", e);
            return false;
        }
    }

    /** The one that was started by a process which was killed goes on for ever otherwise, and holds the folder. */
    private void endOrphan() throws IOException, InterruptedException {
        Optional<ProcessHandle> orphan = files.running();
        if (orphan.isPresent()) {
            LOG.warn(
                    "A PostgreSQL of a process that was killed still runs as process {} and is ended",
                    orphan.get().pid());
            // It sends readers away; SIGTERM would wait for them.
            Child.signal("-INT", orphan.get().pid());
            awaitEnd(orphan.get());
        }
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        if (!Waiting.until(() -> !process.isAlive(), DEATH_MAXIMUM)) {
            throw new IllegalStateException("PostgreSQL, process %d, does not end".formatted(process.pid()));
        }
    }

    /** Done again at each start, because a start can be cut short anywhere. */
    private void makeRolesAndDatabases() throws SQLException {
        Map<String, String> login = Map.of("password", roles.passwordOf(Roles.SUPERUSER));
        try (Connection superuser = postgres.getPostgresDatabase(login).getConnection();
                Statement statement = superuser.createStatement()) {
            for (String role : Roles.ALL) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
                    statement.execute("create role " + role);
                }
                // Names and passwords are ours, and have no character that means something.
                statement.execute("alter role %s login password '%s'".formatted(role, roles.passwordOf(role)));
            }
            // A worker that is frozen in the middle of a transaction holds its rows, and whoever takes over waits for
            // them.
            statement.execute("alter role %s set idle_in_transaction_session_timeout = '%ds'"
                    .formatted(Roles.WRITER, WRITER_IDLE_MAXIMUM.toSeconds()));
            // So that a dashboard with many connections does not keep the connectors out.
            statement.execute("alter role %s connection limit 15".formatted(Roles.READER));
            for (Database database : Database.values()) {
                String name = database.label();
                if (!exists(statement, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                    statement.execute("create database %s owner %s".formatted(name, Roles.OWNER));
                }
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
