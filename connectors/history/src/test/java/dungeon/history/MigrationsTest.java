package dungeon.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseConfig;
import dungeon.history.db.DatabaseException;
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

    private static TestDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void whatIsUpToDateStaysAsItIs() throws Exception {
        DatabaseConfig config = database.config(Database.USERS);
        Migrations.migrate(Database.USERS, config);
        try (Connection owner = database.asOwner(Database.USERS);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into events values
                    ('player:ada', 1, now(), 'PlayerRegistered', null, null, 0, '{"playerId": "p", "playerName": "Ada"}')""");
        }
        Migrations.migrate(Database.USERS, config);
        assertThat(database.rows(Database.USERS, "select player_id, player_name, guest from players"))
                .containsExactly("p|Ada|f");
    }

    @Test
    void aWrongPasswordIsCalledSo() {
        DatabaseConfig right = database.config(Database.HISTORY);
        DatabaseConfig wrong =
                new DatabaseConfig(right.url(), right.owner(), "guessed", right.writer(), right.reader());
        assertThatThrownBy(() -> Migrations.migrate(Database.HISTORY, wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("The database %s as owner refuses the password; set the one that its role has"
                        .formatted(right.url()));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsCalledSo() {
        DatabaseConfig right = database.config(Database.HISTORY);
        String nowhere = "jdbc:postgresql://127.0.0.1:%d/history".formatted(FreePorts.one());
        DatabaseConfig wrong = new DatabaseConfig(nowhere, right.owner(), "any", right.writer(), right.reader());
        assertThatThrownBy(() -> Migrations.migrate(Database.HISTORY, wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not answer; is PostgreSQL running there?");
    }

    @Test
    void aRoleThatIsMissingIsNamed() {
        DatabaseConfig right = database.config(Database.HISTORY);
        DatabaseConfig wrong =
                new DatabaseConfig(right.url(), right.owner(), right.password(), "nobody", right.reader());
        assertThatThrownBy(() -> Migrations.migrate(Database.HISTORY, wrong))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("lacks something that has to be made before")
                .hasMessageContaining("role \"nobody\" does not exist");
    }
}
