package dungeon.history.local;

import dungeon.history.db.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements of each of the roles. */
record Sql(int port, Roles roles) {
    Connection as(String role, Database database) throws SQLException {
        return DriverManager.getConnection(Roles.urlOf(database, port), role, roles.passwordOf(role));
    }

    /** What a reader sees, a row each with a bar between its columns. */
    List<String> rows(Database database, String sql) throws SQLException {
        try (Connection reader = as(Roles.READER, database);
                Statement statement = reader.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }
}
