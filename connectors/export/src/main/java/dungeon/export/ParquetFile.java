package dungeon.export;

import dungeon.schemas.Event;
import dungeon.schemas.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A file of events in the making: with the columns of the history's table, in the order of games and sequences. DuckDB keeps them in a folder beside the file
 * meanwhile, and the file is there when it is complete.
 */
final class ParquetFile implements AutoCloseable {
    /** Whatever the log has; DuckDB would take most of the machine's. */
    private static final String MEMORY_MAXIMUM = "512MB";

    private static final String TABLE = """
            create table events (game_id varchar, sequence bigint, time_ms bigint, type varchar, command_id varchar, player_id varchar,
                                 remaining integer, payload varchar)""";

    private static final String COPY = """
            copy (select game_id::uuid as game_id, sequence, timezone('UTC', epoch_ms(time_ms)) as time, type, command_id, player_id, remaining,
                         payload::json as payload
                  from events order by game_id, sequence) to '%s' (format parquet, compression zstd)""";

    private final Path file;
    private final Path folder;
    private final Connection connection;
    private final DuckDBAppender appender;
    private final Thread removal;
    private long events;

    private ParquetFile(Path file, Path folder, Connection connection) throws SQLException {
        this.file = file;
        this.folder = folder;
        this.connection = connection;
        this.removal = new Thread(() -> removeQuietly(folder), "remove-" + folder.getFileName());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set memory_limit = '%s'".formatted(MEMORY_MAXIMUM));
            statement.execute(TABLE);
        }
        // It can have gigabytes, and would stay if somebody presses Ctrl-C.
        Runtime.getRuntime().addShutdownHook(removal);
        appender = connection.unwrap(DuckDBConnection.class).createAppender("events");
    }

    /**
     * Begins a file.
     *
     * @throws IOException if it cannot be written where it is to be
     */
    static ParquetFile create(Path file) throws IOException, SQLException {
        Path absolute = file.toAbsolutePath();
        Path folder = Files.createTempDirectory(absolute.getParent(), "." + absolute.getFileName());
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("events.duckdb"));
            return new ParquetFile(absolute, folder, connection);
        } catch (SQLException e) {
            remove(folder);
            throw e;
        }
    }

    void add(Event event) {
        SpecificRecord payload = (SpecificRecord) event.getPayload();
        try {
            appender.beginRow()
                    .append(event.getGameId())
                    .append(event.getSequence())
                    .append(event.getTime().toEpochMilli())
                    .append(payload.getSchema().getName())
                    .append(event.getCommandId())
                    .append(event.getPlayerId())
                    .append(event.getRemaining())
                    .append(JsonWriter.write(payload).toString())
                    .endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB takes no more events: " + e.getMessage(), e);
        }
        events++;
    }

    /** Writes the file, if there is anything to write, and says how many events it has. */
    long finish() throws IOException, SQLException {
        appender.close();
        if (events > 0) {
            Path complete = folder.resolve("complete.parquet");
            try (Statement statement = connection.createStatement()) {
                statement.execute(COPY.formatted(complete.toString().replace("'", "''")));
            }
            Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return events;
    }

    @Override
    public void close() throws IOException, SQLException {
        Runtime.getRuntime().removeShutdownHook(removal);
        connection.close();
        remove(folder);
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            System.err.printf("%s is left over and can be removed: %s%n", folder, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : files) {
            Files.delete(each);
        }
    }
}
