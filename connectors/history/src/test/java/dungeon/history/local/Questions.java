package dungeon.history.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The questions of the page for analysts, and their answers by any database in a form that can be compared. */
final class Questions {
    private static final Path PAGE = Path.of("../../docs/analysts.md");
    private static final Path VIEWS = Path.of("../export/src/main/resources/views.sql");
    private static final Pattern QUESTION = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final int DECIMALS = 4;

    private Questions() {}

    /** The first names games that lack an event, of which there are none. */
    static List<String> all() throws IOException {
        return QUESTION.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** A database of DuckDB's, in memory, with the views on a file of events. */
    static Connection onFile(Path events) throws IOException, SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(VIEWS).replace("events.parquet", events.toString()));
        }
        return connection;
    }

    /** The rows of an answer, sorted. */
    static List<String> answer(Connection connection, String question) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(text(result, i));
                }
                rows.add(String.join("|", columns));
            }
        }
        rows.sort(null);
        return rows;
    }

    private static String text(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Number number) {
            return new BigDecimal(number.toString())
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .toPlainString();
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return String.valueOf(value == null ? null : result.getString(column));
    }
}
