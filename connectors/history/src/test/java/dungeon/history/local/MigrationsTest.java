package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.history.db.DatabaseException;
import dungeon.history.db.DatabaseProblem;
import dungeon.history.db.Migrations;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads when a database is not as it should be. */
@Tag("broker")
class MigrationsTest {
    @TempDir
    static Path folder;

    private static final int PORT = FreePorts.one();

    private static Roles roles;
    private static LocalPostgres postgres;
    private static Sql sql;

    @BeforeAll
    static void start() throws Exception {
        roles = PasswordFile.read(folder.resolve("passwords.properties"));
        postgres = LocalPostgres.start(folder.resolve("postgres"), PORT, roles, notice -> {});
        sql = new Sql(PORT, roles);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void whatIsUpToDateStaysAsItIs() throws Exception {
        DatabaseConfig config = roles.configOf(Database.USERS, PORT);
        Migrations.migrate(Database.USERS, config);
        try (Connection owner = sql.as(Roles.OWNER, Database.USERS);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into events values
                    ('player:ada', 1, now(), 'PlayerRegistered', null, null, 0, '{"playerId": "p", "playerName": "Ada"}')""");
        }
        Migrations.migrate(Database.USERS, config);
        assertThat(sql.rows(Database.USERS, "select player_id, player_name, guest from players"))
                .containsExactly("p|Ada|f");
    }

    /** An installation that is brought up to date gets the tables of tic-tac-toe, and keeps what it has. */
    @Test
    void aHistoryOfBeforeTicTacToeGetsItsTablesAndKeepsItsEvents() throws Exception {
        DatabaseConfig config = roles.configOf(Database.HISTORY, PORT);
        Migrations.migrate(Database.HISTORY, config);
        try (Connection owner = sql.as(Roles.OWNER, Database.HISTORY);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    drop materialized view room_ranking;
                    drop view room_completeness, room_records, round_results, rooms, rounds, seats;
                    drop table room_events, room_rejections, room_ranking_state;
                    delete from flyway_schema_history where script in ('V4__rooms.sql', 'R__rooms.sql')""");
            statement.execute("""
                    insert into events values
                    ('00000000-0000-7000-8000-000000000000', 1, now(), 'GameCreated', null, null, 0, '{}')""");
        }

        Migrations.migrate(Database.HISTORY, config);

        assertThat(sql.rows(Database.HISTORY, "select type from events")).containsExactly("GameCreated");
        assertThat(sql.rows(Database.HISTORY, "select closed_rooms from room_ranking_state"))
                .containsExactly("0");
        try (Connection writer = sql.as(Roles.WRITER, Database.HISTORY);
                Statement statement = writer.createStatement()) {
            statement.execute("""
                    insert into room_events values
                    ('00000000-0000-7000-8000-000000000000', 1, now(), 'RoomCreated', null, null, 0, '{}')""");
        }
        assertThat(sql.rows(Database.HISTORY, "select room_id from rooms")).hasSize(1);
    }

    @Test
    void nobodyComesInWithoutAPassword() {
        for (String role : Roles.ALL) {
            assertThat(DatabaseProblem.connecting(Roles.urlOf(Database.HISTORY, PORT), role, "guessed"))
                    .as(role)
                    .hasValueSatisfying(problem -> assertThat(problem).contains("refuses the password"));
        }
    }

    @Test
    void aWrongPasswordIsCalledSo() {
        DatabaseConfig right = roles.configOf(Database.HISTORY, PORT);
        DatabaseConfig wrong =
                new DatabaseConfig(right.url(), right.owner(), "guessed", right.writer(), right.reader());
        assertThatThrownBy(() -> Migrations.migrate(Database.HISTORY, wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The database %s as dungeon_owner refuses the password; set the one that its role has"
                        .formatted(right.url()));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsCalledSo() {
        DatabaseConfig right = roles.configOf(Database.HISTORY, PORT);
        String nowhere = "jdbc:postgresql://127.0.0.1:%d/history".formatted(FreePorts.one());
        DatabaseConfig wrong = new DatabaseConfig(nowhere, right.owner(), "any", right.writer(), right.reader());
        assertThatThrownBy(() -> Migrations.migrate(Database.HISTORY, wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not answer; is PostgreSQL running there?");
    }

    @Test
    void aRoleThatIsMissingIsNamed() {
        DatabaseConfig right = roles.configOf(Database.HISTORY, PORT);
        DatabaseConfig wrong =
                new DatabaseConfig(right.url(), right.owner(), right.password(), "nobody", right.reader());
        assertThatThrownBy(() -> Migrations.migrate(Database.HISTORY, wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("lacks something that has to be made before")
                .hasMessageContaining("role \"nobody\" does not exist");
    }
}
