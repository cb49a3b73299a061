package dungeon.history.local;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.export.LogExport;
import dungeon.history.db.Database;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.secure.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A history of a system that lets in nobody whom it does not know. */
@Tag("slow")
@Timeout(300)
class SecureHistoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void fillsAllDatabasesAndFilesWithTheRightsOfTheirOwnPrincipals() throws Exception {
        MachineConfig config = new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine())
                .securedAt(FreePorts.one())
                .publishingState(true);
        try (Machine machine = Machine.claim(config, Progress.onTerminal())) {
            machine.start();
            Platform connectors = machine.platformOf(Service.CONNECTORS);
            HistoryConfig historyConfig = new HistoryConfig(
                    folder.resolve("history"),
                    connectors.bootstrapServers(),
                    connectors.kafka(),
                    connectors.registryUrl(),
                    FreePorts.one(),
                    FreePorts.one(),
                    FreePorts.one(),
                    true);
            try (LocalHistory history = LocalHistory.start(historyConfig, Progress.onTerminal()::say)) {
                startGame(machine.platform());
                LiveRoom.begin(machine.platform());
                Sql sql = new Sql(history.postgres().port(), history.roles());
                await().atMost(PATIENCE).until(() -> count(sql, Database.HISTORY, "events") > 0);
                await().atMost(PATIENCE).until(() -> count(sql, Database.HISTORY, "room_events") > 0);
                await().atMost(PATIENCE).until(() -> count(sql, Database.USERS, "events") > 0);
                await().atMost(PATIENCE).until(() -> count(sql, Database.STATE, "game") > 0);
                // Of people who sign in, of whom there are none here, so that it is asked whether the connector reads.
                await().atMost(PATIENCE).until(history.worker()::isRunning);
            }
            Assertions.assertThat(
                            new LogExport(machine.platformOf(Service.EXPORT).clientConfig())
                                    .writeParquet(Optional.empty(), folder.resolve("events.parquet")))
                    .isPositive();
        }
    }

    private static void startGame(Platform platform) throws Exception {
        JsonHttp http = new JsonHttp();
        String token = http.post(platform.ingestUrl() + "/auth/guest", null, null)
                .path("token")
                .asText();
        http.post(
                platform.ingestUrl() + "/practice-games",
                token,
                JsonNodeFactory.instance.objectNode().put("bots", 1).put("durationMs", 60_000));
    }

    private static long count(Sql sql, Database database, String table) throws Exception {
        return Long.parseLong(
                sql.rows(database, "select count(*) from " + table).get(0));
    }
}
