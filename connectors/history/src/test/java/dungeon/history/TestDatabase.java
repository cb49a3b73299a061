package dungeon.history;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Waiting;
import dungeon.standalone.processes.Child;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PostgreSQL with a database for the history, one for the users, and three roles; it asks for passwords, and can be killed and started again. */
final class TestDatabase implements AutoCloseable {
    static final String PASSWORD = "for-tests-only";
    static final String WRITER = "writer";
    private static final String OWNER = "owner";
    private static final String READER = "reader";
    private static final Duration DEATH_MAXIMUM = Duration.ofSeconds(30);

    private final Path folder;
    private final int port = FreePorts.one();
    private EmbeddedPostgres postgres;

    private TestDatabase(Path folder) {
        this.folder = folder;
    }

    static TestDatabase start(Path folder) throws IOException, SQLException {
        TestDatabase database = new TestDatabase(folder);
        database.launch();
        try (Connection superuser = database.postgres.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            for (String role : List.of(OWNER, WRITER, READER)) {
                statement.execute("create role %s login password '%s'".formatted(role, PASSWORD));
            }
            for (Database kind : Database.values()) {
                statement.execute("create database %s owner %s".formatted(kind, OWNER));
            }
            Files.writeString(folder.resolve("data/pg_hba.conf"), """
                    host all postgres 127.0.0.1/32 trust
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
        return database;
    }

    /** Starts it again after {@link #kill}. */
    void launch() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target/postgres").toFile())
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                // The tests kill it, and what it has confirmed has to be there afterwards.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    /** What {@code kill -9} does. */
    void kill() throws IOException, InterruptedException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
        Child.signal("-KILL", pid);
        if (!Waiting.until(
                () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty(), DEATH_MAXIMUM)) {
            throw new IllegalStateException("PostgreSQL does not die");
        }
        // It lets go of the folder's lock; there is nothing left to stop.
        postgres.close();
    }

    DatabaseConfig config(Database kind) {
        return new DatabaseConfig(url(kind), OWNER, PASSWORD, WRITER, READER);
    }

    String url(Database kind) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, kind.name().toLowerCase(Locale.ROOT));
    }

    Connection asOwner(Database kind) throws SQLException {
        return DriverManager.getConnection(url(kind), OWNER, PASSWORD);
    }

    Connection asWriter(Database kind) throws SQLException {
        return DriverManager.getConnection(url(kind), WRITER, PASSWORD);
    }

    /** What a reader sees, a row each with a bar between its columns. */
    List<String> rows(Database kind, String sql) throws SQLException {
        try (Connection reader = DriverManager.getConnection(url(kind), READER, PASSWORD);
                Statement statement = reader.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(result.getString(i));
                }
                rows.add(String.join("|", columns.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
