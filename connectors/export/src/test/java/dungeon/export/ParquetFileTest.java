package dungeon.export;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.EndReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {
    private static final String ONE = "01900000-0000-7000-8000-000000000001";
    private static final String OTHER = "01900000-0000-7000-8000-000000000002";
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00.007Z");

    @TempDir
    private Path folder;

    @Test
    void hasTheEventsInTheOrderOfGamesAndSequencesAndLeavesNothingElse() throws Exception {
        Path file = folder.resolve("it's.parquet");
        try (ParquetFile parquet = ParquetFile.create(file)) {
            parquet.add(event(OTHER, 1, "p", new GameStarted(TIME, TIME)));
            parquet.add(event(ONE, 2, null, new GameEnded(EndReason.TIME_UP, "\u00e9 \0", List.of(), TIME, null)));
            parquet.add(event(ONE, 1, "p", new GameStarted(TIME, TIME)));
            assertThat(parquet.finish()).isEqualTo(3);
        }

        assertThat(
                        rows(
                                file,
                                "select game_id, sequence, time at time zone 'UTC', type, command_id, player_id, remaining from events"))
                .containsExactly(
                        ONE + "|1|2026-05-01 12:00:00.007|GameStarted|c|p|3",
                        ONE + "|2|2026-05-01 12:00:00.007|GameEnded|c|null|3",
                        OTHER + "|1|2026-05-01 12:00:00.007|GameStarted|c|p|3");
        assertThat(rows(file, "select payload ->> 'reason', payload ->> 'purgedAt' from events where sequence = 2"))
                .containsExactly("TIME_UP|2026-05-01T12:00:00.007Z");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isNotThereWithoutEvents() throws Exception {
        Path file = folder.resolve("none.parquet");
        try (ParquetFile parquet = ParquetFile.create(file)) {
            assertThat(parquet.finish()).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isNotThereIfItWasNotFinished() throws Exception {
        Path file = folder.resolve("half.parquet");
        try (ParquetFile parquet = ParquetFile.create(file)) {
            parquet.add(event(ONE, 1, "p", new GameStarted(TIME, TIME)));
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Event event(String gameId, long sequence, String playerId, SpecificRecord payload) {
        return new Event(gameId, sequence, TIME, "c", playerId, 3, payload);
    }

    private static List<String> rows(Path file, String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create view events as select * from '%s'"
                    .formatted(file.toString().replace("'", "''")));
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        columns.add(result.getString(i));
                    }
                    rows.add(String.join(
                            "|", columns.stream().map(String::valueOf).toList()));
                }
            }
        }
        return rows;
    }
}
