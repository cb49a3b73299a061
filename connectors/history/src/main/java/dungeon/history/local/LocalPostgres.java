package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.standalone.machine.Ports;
import dungeon.standalone.machine.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL, whose binaries come out of a jar, with the databases and roles of the history. What it has confirmed is on the disk, whatever
 * is killed. It asks everybody for a password, and listens on 127.0.0.1 only.
 */
final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration START_MAXIMUM = Duration.ofSeconds(60);
    private static final Duration DEATH_MAXIMUM = Duration.ofSeconds(30);

    /** The library marks a folder with it when all of PostgreSQL is unpacked there. */
    private static final String UNPACKED = ".exists";

    private final Path folder;
    private final int port;
    private final Roles roles;
    private EmbeddedPostgres postgres;

    private LocalPostgres(Path folder, int port, Roles roles) {
        this.folder = folder;
        this.port = port;
        this.roles = roles;
    }

    /**
     * Starts it, after it has ended one that is left of a killed process, and returns when it answers and everything is made.
     *
     * @param folder for its binaries and data; nobody else works in it
     */
    static LocalPostgres start(Path folder, int port, Roles roles)
            throws IOException, SQLException, InterruptedException {
        LocalPostgres database = new LocalPostgres(folder, port, roles);
        Files.createDirectories(folder);
        database.removeWhatIsHalfUnpacked();
        database.launch();
        try {
            database.makeRolesAndDatabases();
        } catch (IOException | SQLException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** Starts it again after {@link #kill}. */
    void launch() throws IOException, InterruptedException {
        endOrphan();
        Ports.requireFree(port, "PostgreSQL", "--postgres-port");
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries().toFile())
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(START_MAXIMUM)
                .setConnectConfig("password", roles.passwordOf(Roles.SUPERUSER))
                // The library is made for tests, and switches these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                // Two connectors, some readers and the migrations.
                .setServerConfig("max_connections", "20")
                .start();
    }

    /** What {@code kill -9} does. */
    void kill() throws IOException, InterruptedException {
        ProcessHandle process = running().orElseThrow();
        process.destroyForcibly();
        awaitEnd(process);
        // It lets go of the folder's lock; there is nothing left to stop.
        postgres.close();
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private Path binaries() {
        return folder.resolve("binaries");
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Unpacking that was interrupted would break every later start. */
    private void removeWhatIsHalfUnpacked() throws IOException {
        if (!Files.isDirectory(binaries())) {
            return;
        }
        List<Path> broken;
        try (Stream<Path> folders = Files.list(binaries())) {
            broken = folders.filter(Files::isDirectory)
                    .filter(candidate -> !Files.exists(candidate.resolve(UNPACKED)))
                    .toList();
        }
        for (Path half : broken) {
            LOG.warn("{} was unpacked in part only, and is unpacked again", half);
            try (Stream<Path> files = Files.walk(half)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The one that was started by a process which was killed goes on for ever otherwise, and holds the folder. */
    private void endOrphan() throws IOException, InterruptedException {
        Optional<ProcessHandle> orphan = running();
        if (orphan.isPresent()) {
            LOG.warn(
                    "A PostgreSQL of a process that was killed still runs as process {} and is ended",
                    orphan.get().pid());
            orphan.get().destroy();
            awaitEnd(orphan.get());
        }
    }

    /** The one that works in the folder, if any does; a process that got the number of a dead one is none. */
    private Optional<ProcessHandle> running() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> process.info().command().orElse("").contains("postgres"));
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        if (!Waiting.until(() -> !process.isAlive(), DEATH_MAXIMUM)) {
            throw new IllegalStateException("PostgreSQL, process %d, does not end".formatted(process.pid()));
        }
    }

    /** Done again at each start, because a start can be cut short anywhere. */
    private void makeRolesAndDatabases() throws IOException, SQLException {
        try (Connection superuser =
                        postgres.getPostgresDatabase(passwordOfSuperuser()).getConnection();
                Statement statement = superuser.createStatement()) {
            for (String role : Roles.ALL) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
                    statement.execute("create role " + role);
                }
                // Names and passwords are ours, and have no character that means something.
                statement.execute("alter role %s login password '%s'".formatted(role, roles.passwordOf(role)));
            }
            for (Database database : Database.values()) {
                String name = Roles.nameOf(database);
                if (!exists(statement, "select 1 from pg_database where datname = '%s'".formatted(name))) {
                    statement.execute("create database %s owner %s".formatted(name, Roles.OWNER));
                }
            }
            Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    private Map<String, String> passwordOfSuperuser() {
        return Map.of("password", roles.passwordOf(Roles.SUPERUSER));
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
