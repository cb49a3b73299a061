package dungeon.images.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A PostgreSQL with what compose.yaml uses of the image {@code postgres}: {@code POSTGRES_PASSWORD}, and the SQL in {@code
 * /docker-entrypoint-initdb.d}, which is run once. It stands in for that image where no registry can be reached, so that the same compose.yaml runs
 * there.
 */
public final class PostgresContainer {
    private static final int PORT = 5432;
    private static final Duration START_MAXIMUM = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("/var/lib/dungeon");
    private static final Path SCRIPTS = Path.of("/docker-entrypoint-initdb.d");
    /** Written last, so it is there when everything was made. */
    private static final String COMPLETE_MARK = "complete";

    private static final String AUTHENTICATION = "scram-sha-256";

    private PostgresContainer() {}

    public static void main(String[] args) throws Exception {
        String password = System.getenv("POSTGRES_PASSWORD");
        Path passwordFile = Files.writeString(Files.createTempFile("password", null), password);
        // Nothing else runs here: whoever held the folder has ended.
        Path data = FOLDER.resolve("data");
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(FOLDER.resolve("binaries").toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(PORT)
                .setPGStartupWait(START_MAXIMUM)
                .setConnectConfig("password", password)
                // For initdb: the library would let everybody in.
                .setLocaleConfig("auth-host", AUTHENTICATION)
                .setLocaleConfig("auth-local", AUTHENTICATION)
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setServerConfig("listen_addresses", "0.0.0.0")
                // The library is made for tests, and switches these off.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        Files.delete(passwordFile);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown, "shutdown"));
        if (!Files.exists(FOLDER.resolve(COMPLETE_MARK))) {
            make(postgres, data, password);
            Files.createFile(FOLDER.resolve(COMPLETE_MARK));
        }
        // The library ends the server with this process.
        ended.await();
    }

    private static void make(EmbeddedPostgres postgres, Path data, String password) throws IOException, SQLException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        try (Connection superuser = postgres.getPostgresDatabase(Map.of("password", password))
                        .getConnection();
                Statement statement = superuser.createStatement()) {
            for (Path script : scripts) {
                // One by one: a database is made outside of transactions.
                for (String command : Files.readString(script).split(";\\s*\n", -1)) {
                    if (!command.isBlank()) {
                        statement.execute(command);
                    }
                }
            }
            // As in that image: whoever comes from elsewhere has a password.
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all all all " + AUTHENTICATION + "\n",
                    StandardOpenOption.APPEND);
            statement.execute("select pg_reload_conf()");
        }
    }
}
