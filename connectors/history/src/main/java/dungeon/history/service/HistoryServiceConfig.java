package dungeon.history.service;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.platform.config.Settings;
import dungeon.platform.queries.http.HttpServerConfig;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the history's service.
 *
 * @param http where it listens, and what others can take of it
 * @param history {@code history.url} and the roles below: the database with the games
 * @param users {@code users.url}: the one with the players
 * @param state {@code state.url}: the one with the newest state of games; its tables are made if it is named
 * @param reader {@code reader}: the role that answers, which has to be there
 * @param readerPassword {@code reader.password}
 */
public record HistoryServiceConfig(
        HttpServerConfig http,
        DatabaseConfig history,
        DatabaseConfig users,
        Optional<DatabaseConfig> state,
        String reader,
        String readerPassword) {

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    "http.host",
                    STRING,
                    "127.0.0.1",
                    HIGH,
                    "The address that the HTTP server binds to; 0.0.0.0 in a container.")
            .define("http.port", INT, 8084, between(0, 65_535), HIGH, "Its port; 0 for any that is free.")
            .define(
                    "http.allowed.origins",
                    STRING,
                    "*",
                    LOW,
                    "Sites whose pages may ask, with commas between them; * for all, since nothing under /history/ is secret.")
            .define(
                    "http.connections.maximum",
                    INT,
                    500,
                    between(1, 100_000),
                    MEDIUM,
                    "Connections at a time. The one door has as many as it asks questions at a time.")
            .define(
                    "http.idle.ms",
                    LONG,
                    30_000L,
                    between(100, 3_600_000),
                    LOW,
                    "How long a connection may be silent; above the time after which the door drops one of its own.")
            .define(
                    "history.url",
                    STRING,
                    "jdbc:postgresql://127.0.0.1:5432/history",
                    HIGH,
                    "The database with the games.")
            .define(
                    "users.url",
                    STRING,
                    "jdbc:postgresql://127.0.0.1:5432/users",
                    HIGH,
                    "The database with the players.")
            .define(
                    "state.url",
                    STRING,
                    "",
                    LOW,
                    "The database with the newest state of games, whose tables are made if it is named; blank without state topics.")
            .define(
                    "owner",
                    STRING,
                    "dungeon_owner",
                    MEDIUM,
                    "The role that tables and views belong to, and that changes them.")
            .define("owner.password", STRING, "", MEDIUM, "Its password.")
            .define(
                    "writer",
                    STRING,
                    "dungeon_writer",
                    MEDIUM,
                    "The role of the connectors, which has to be there: it can add events and change none.")
            .define(
                    "reader",
                    STRING,
                    "dungeon_reader",
                    MEDIUM,
                    "The role that answers questions, which has to be there.")
            .define("reader.password", STRING, "", MEDIUM, "Its password.");

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one cannot be right
     */
    public static HistoryServiceConfig from(Map<String, String> texts) {
        Settings settings = new Settings(DEFINITION, texts);
        return new HistoryServiceConfig(
                new HttpServerConfig(
                        settings.text("http.host"),
                        settings.number("http.port"),
                        settings.text("http.allowed.origins"),
                        settings.number("http.connections.maximum"),
                        settings.bigNumber("http.idle.ms")),
                database(settings, Database.HISTORY),
                database(settings, Database.USERS),
                Optional.of(database(settings, Database.STATE))
                        .filter(state -> !state.url().isEmpty()),
                settings.text("reader"),
                settings.text("reader.password"));
    }

    private static DatabaseConfig database(Settings settings, Database database) {
        return new DatabaseConfig(
                settings.text(database.label() + ".url"),
                settings.text("owner"),
                settings.text("owner.password"),
                settings.text("writer"),
                settings.text("reader"));
    }

    /** The settings with their defaults and reasons. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "%s and %s as %s".formatted(history, users, reader);
    }
}
