package dungeon.history.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the tables and views of the databases, from the migrations among the resources. */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Brings a database up to the newest version; one that is there already stays as it is. Several can try at once.
     *
     * @throws DatabaseException if it cannot be reached, refuses, or is not as the migrations left it; the message says what to do
     */
    public static void migrate(Database database, DatabaseConfig config) {
        try {
            int applied = Flyway.configure()
                    .dataSource(config.url(), config.owner(), config.password())
                    .locations(locations(database))
                    .placeholders(Map.of(
                            "writer", config.writer(),
                            "reader", config.reader(),
                            "id", database.idColumn(),
                            "idType", database.idType()))
                    // Whoever made the database meant it for this alone.
                    .cleanDisabled(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.info("The database {} is up to date; {} migrations were applied", config, applied);
            if (database == Database.USERS) {
                forgetIdentity(config);
            }
        } catch (FlywayValidateException e) {
            throw new DatabaseException(
                    "The database %s was made by a newer build, or a migration was changed after it: %s Start the build that made it, or give this one an empty database; the connector fills it from the log."
                            .formatted(config, e.getMessage()),
                    e);
        } catch (FlywayException e) {
            throw new DatabaseException("The database %s %s".formatted(config, adviceFor(e)), e);
        }
    }

    /** What tells of people is not kept for good; the log forgets it by itself. */
    private static void forgetIdentity(DatabaseConfig config) {
        try (Connection owner = DriverManager.getConnection(config.url(), config.owner(), config.password());
                Statement statement = owner.createStatement()) {
            statement.execute("select forget_identity()");
        } catch (SQLException e) {
            throw new DatabaseException("The database %s %s".formatted(config, DatabaseProblem.of(e)), e);
        }
    }

    private static String[] locations(Database database) {
        String own = "classpath:db/" + database.label();
        return database.hasEvents() ? new String[] {"classpath:db/common", own} : new String[] {own};
    }

    /** The name of this filling of a database, under which connectors remember how far they have come. */
    public static String originOf(DatabaseConfig config) throws SQLException {
        try (Connection owner = DriverManager.getConnection(config.url(), config.owner(), config.password());
                Statement statement = owner.createStatement();
                ResultSet origin = statement.executeQuery("select id from origin")) {
            origin.next();
            return origin.getString(1);
        }
    }

    private static String adviceFor(FlywayException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return DatabaseProblem.of(sql);
            }
        }
        return "could not be brought up to date: " + problem.getMessage();
    }
}
