package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.history.db.Database;
import dungeon.history.db.DatabaseReader;
import dungeon.history.db.DatabaseUnavailableException;
import dungeon.history.db.Migrations;
import dungeon.history.local.PastGames.Plan;
import dungeon.standalone.machine.FreePorts;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DatabaseReaderTest {
    private static final String SERIALIZATION_FAILURE = "40001";

    @TempDir
    static Path folder;

    private static LocalPostgres postgres;
    private static PastGames past;
    private static DatabaseReader reader;

    @BeforeAll
    static void start() throws Exception {
        int port = FreePorts.one();
        Roles roles = PasswordFile.read(folder.resolve("passwords.properties"));
        postgres = LocalPostgres.start(folder.resolve("postgres"), port, roles, notice -> {});
        Migrations.migrate(Database.HISTORY, roles.configOf(Database.HISTORY, port));
        past = new PastGames(new Sql(port, roles));
        reader = new DatabaseReader(
                Database.HISTORY, Roles.urlOf(Database.HISTORY, port), Roles.READER, roles.passwordOf(Roles.READER));
    }

    @AfterAll
    static void stop() throws Exception {
        reader.close();
        postgres.close();
    }

    @Test
    void severalQueriesOfASnapshotSeeTheSameState() {
        List<Long> counts = reader.snapshot(handle -> {
            List<Long> found = new ArrayList<>(List.of(events(handle)));
            write("2026-01-01T00:00:00Z");
            found.add(events(handle));
            return found;
        });
        assertThat(counts.get(1)).isEqualTo(counts.get(0));
        assertThat(reader.query(DatabaseReaderTest::events)).isGreaterThan(counts.get(0));
    }

    @Test
    void nothingCanBeWritten() {
        assertThatThrownBy(() -> reader.query(handle -> handle.execute("update origin set id = gen_random_uuid()")))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("cannot execute UPDATE in a read-only transaction");
    }

    @Test
    void whatTakesTooLongIsGivenUp() {
        assertThatThrownBy(() -> reader.query(handle -> handle.execute("select pg_sleep(20)")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("This takes the history's database longer than 3000 ms; ask for less");
    }

    @Test
    void aRankingThatNobodyHasCountedIsCalledSo() {
        assertThatThrownBy(() -> reader.query(handle -> handle.createQuery("select position from ranking")
                        .mapTo(Long.class)
                        .list()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage("What is asked for is counted only now");
    }

    @Test
    void aTransactionThatPostgresGivesUpIsRepeatedAsAWhole() {
        List<String> tries = new ArrayList<>();
        String answer = reader.snapshot(handle -> {
            tries.add("one");
            if (tries.size() < 3) {
                throw givenUp();
            }
            return "answer";
        });
        assertThat(answer).isEqualTo("answer");
        assertThat(tries).hasSize(3);
    }

    @Test
    void aTransactionThatIsAlwaysGivenUpIsNotRepeatedForEver() {
        List<String> tries = new ArrayList<>();
        assertThatThrownBy(() -> reader.snapshot(handle -> {
                    tries.add("one");
                    throw givenUp();
                }))
                .isInstanceOf(DatabaseUnavailableException.class);
        assertThat(tries).hasSize(4);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsCalledSo() {
        String nowhere = Roles.urlOf(Database.HISTORY, FreePorts.one());
        try (DatabaseReader nobody = new DatabaseReader(Database.HISTORY, nowhere, Roles.READER, "any")) {
            assertThatThrownBy(() -> nobody.query(DatabaseReaderTest::events))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage("The history's database does not answer, or is busy");
            assertThat(nobody.isAvailable()).isFalse();
        }
    }

    private static JdbiException givenUp() {
        return new UnableToExecuteStatementException(new SQLException("conflict", SERIALIZATION_FAILURE), null);
    }

    private static long events(Handle handle) {
        return handle.createQuery("select count(*) from events")
                .mapTo(Long.class)
                .one();
    }

    private static void write(String createdAt) {
        try {
            past.running(Plan.at(createdAt), "ada 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
