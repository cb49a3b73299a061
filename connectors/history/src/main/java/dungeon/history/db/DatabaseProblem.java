package dungeon.history.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.util.PSQLState;

/** What is wrong with a database, in words that say what to do. */
public final class DatabaseProblem {
    private static final String CONNECT_MAXIMUM_S = "5";

    private DatabaseProblem() {}

    /** Why somebody cannot come to a database; empty if he can. */
    public static Optional<String> connecting(String url, String role, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_MAXIMUM_S);
        properties.setProperty("loginTimeout", CONNECT_MAXIMUM_S);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            return connection.isValid(Integer.parseInt(CONNECT_MAXIMUM_S))
                    ? Optional.empty()
                    : Optional.of("The database %s does not answer".formatted(url));
        } catch (SQLException e) {
            return Optional.of("The database %s as %s %s".formatted(url, role, of(e)));
        }
    }

    /** The end of a sentence that begins with the database. */
    static String of(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        if (state.equals(PSQLState.INVALID_PASSWORD.getState())) {
            return "refuses the password; set the one that its role has";
        }
        if (state.equals(PSQLState.CONNECTION_UNABLE_TO_CONNECT.getState())) {
            return "does not answer; is PostgreSQL running there? (%s)".formatted(problem.getMessage());
        }
        if (state.equals(PSQLState.UNDEFINED_OBJECT.getState())) {
            return "lacks something that has to be made before: %s".formatted(problem.getMessage());
        }
        return "cannot be used (state %s): %s".formatted(state, problem.getMessage());
    }
}
