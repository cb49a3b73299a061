package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.history.db.Migrations;
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
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database clusters of {@code k8s/postgres} on a real PostgreSQL: it starts with their settings, and is made by their SQL and roles. */
@Tag("broker")
class ClusterDatabasesTest {
    private static final String PASSWORD = "of-the-test";
    private static final Duration START_MAXIMUM = Duration.ofSeconds(60);
    private static final String EVENT = """
            insert into events values (%s, 1, now(), 'GameCreated', null, null, 0, '{}')""";

    @TempDir
    static Path binaries;

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"users", "history"})
    void eachServiceMayDoItsPartAndNothingElse(String name) throws Exception {
        Map<String, Object> cluster = ClusterFiles.one("k8s/postgres/%s/cluster.yaml".formatted(name));
        Database database = Database.valueOf(
                ClusterFiles.text(cluster, "spec.bootstrap.initdb.database").toUpperCase(Locale.ROOT));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(true)
                .setPGStartupWait(START_MAXIMUM);
        Map<String, Object> parameters = ClusterFiles.map(cluster, "spec.postgresql.parameters");
        parameters.forEach((setting, value) -> builder.setServerConfig(setting, value.toString()));
        try (EmbeddedPostgres postgres = builder.start()) {
            List<String> roles = make(cluster, postgres);
            assertThat(roles).containsExactly("dungeon_writer", "dungeon_reader", "dungeon_analyst");
            String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database.label());
            Migrations.migrate(
                    database,
                    new DatabaseConfig(
                            url,
                            ClusterFiles.text(cluster, "spec.bootstrap.initdb.owner"),
                            PASSWORD,
                            "dungeon_writer",
                            "dungeon_reader"));

            String event = EVENT.formatted(
                    database == Database.USERS ? "'game:one'" : "'00000000-0000-7000-8000-000000000000'");
            execute(url, "dungeon_writer", event);
            for (String role : roles) {
                assertThatThrownBy(() -> execute(url, role, "delete from events"))
                        .as(role)
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> execute(url, role, "create table mine (one integer)"))
                        .as(role)
                        .isInstanceOf(SQLException.class);
            }
            for (String role : List.of("dungeon_reader", "dungeon_analyst")) {
                assertThat(query(url, role, "select type from events")).containsExactly("GameCreated");
                assertThatThrownBy(() -> execute(url, role, event)).as(role).isInstanceOf(SQLException.class);
            }
            if (database == Database.HISTORY) {
                execute(url, "dungeon_writer", event.replace("events values", "room_events values"));
                assertThat(query(url, "dungeon_analyst", "select last_sequence from room_completeness"))
                        .containsExactly("1");
            }
            assertThat(query(url, "dungeon_writer", "show idle_in_transaction_session_timeout"))
                    .containsExactly("5s");
            assertThat(query(url, "dungeon_analyst", "show statement_timeout")).containsExactly("5min");
            for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
                assertThat(query(
                                url,
                                "dungeon_reader",
                                "select source from pg_settings where name = '%s'".formatted(parameter.getKey())))
                        .as(parameter.getKey())
                        .containsExactly("command line");
            }
        }
    }

    /** What the operator does with the cluster's resource. Returns the names of the roles that it manages. */
    private static List<String> make(Map<String, Object> cluster, EmbeddedPostgres postgres)
            throws IOException, SQLException {
        List<String> names = new ArrayList<>();
        try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            String owner = ClusterFiles.text(cluster, "spec.bootstrap.initdb.owner");
            statement.execute("create role %s login password '%s'".formatted(owner, PASSWORD));
            statement.execute("create database %s owner %s"
                    .formatted(ClusterFiles.text(cluster, "spec.bootstrap.initdb.database"), owner));
            statement.execute(Files.readString(ClusterFiles.path("k8s/postgres/roles.sql")));
            for (Map<String, Object> role : ClusterFiles.list(cluster, "spec.managed.roles")) {
                String name = role.get("name").toString();
                names.add(name);
                statement.execute("alter role %s login password '%s' connection limit %s"
                        .formatted(name, PASSWORD, role.get("connectionLimit")));
            }
        }
        return names;
    }

    private static void execute(String url, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(String url, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, role, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }
}
