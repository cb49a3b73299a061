package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.history.db.Migrations;
import dungeon.history.service.HistoryServiceConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who comes to the databases, with which password. */
record Roles(Map<String, String> passwords) {
    /** Makes databases and roles. */
    static final String SUPERUSER = "postgres";
    /** Owns the tables. */
    static final String OWNER = "dungeon_owner";
    /** The connectors: adds events, and changes none. */
    static final String WRITER = "dungeon_writer";
    /** Whoever analyses. */
    static final String READER = "dungeon_reader";

    static final List<String> ALL = List.of(SUPERUSER, OWNER, WRITER, READER);

    Roles {
        passwords = Map.copyOf(passwords);
    }

    String passwordOf(String role) {
        return passwords.get(role);
    }

    static String urlOf(Database database, int port) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database.label());
    }

    DatabaseConfig configOf(Database database, int port) {
        return new DatabaseConfig(urlOf(database, port), OWNER, passwordOf(OWNER), WRITER, READER);
    }

    /** What the service needs that answers questions. */
    HistoryServiceConfig serviceConfig(int postgresPort, int httpPort) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("http.port", String.valueOf(httpPort));
        for (Database database : Database.values()) {
            settings.put(database.label() + ".url", urlOf(database, postgresPort));
        }
        settings.put("owner", OWNER);
        settings.put("owner.password", passwordOf(OWNER));
        settings.put("writer", WRITER);
        settings.put("reader", READER);
        settings.put("reader.password", passwordOf(READER));
        return HistoryServiceConfig.from(settings);
    }

    /** What the connectors' configurations take from the environment; the databases are asked for a part of it. */
    Map<String, String> environment(int port, String registryUrl, Path passedOverFile) throws SQLException {
        Map<String, String> environment = new TreeMap<>();
        environment.put("SCHEMA_REGISTRY_URL", registryUrl);
        environment.put("PASSED_OVER_FILE", passedOverFile.toAbsolutePath().toString());
        for (Database database : Database.values()) {
            environment.put(database + "_ORIGIN", Migrations.originOf(configOf(database, port)));
            environment.put(database + "_URL", urlOf(database, port));
            environment.put(database + "_WRITER", WRITER);
            environment.put(database + "_WRITER_PASSWORD", passwordOf(WRITER));
        }
        // Who signs in is in the database of the users, by a connector of its own.
        for (String variable : List.of("_ORIGIN", "_URL", "_WRITER", "_WRITER_PASSWORD")) {
            environment.put("IDENTITY" + variable, environment.get(Database.USERS + variable));
        }
        return environment;
    }
}
