package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.history.db.Database;
import dungeon.history.db.Migrations;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.secure.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker of Kafka Connect as {@code k8s/kafka/connect} has it, one of several, at a broker that knows the rights of {@code users.yaml}: it takes the
 * connectors over REST, as Strimzi's operator gives them, and brings everything into PostgreSQL.
 */
@Tag("slow")
@Timeout(600)
class ClusterConnectTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void fillsAllDatabasesWithTheConnectorsOfTheCluster() throws Exception {
        MachineConfig config = new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine())
                .securedAt(FreePorts.one())
                .publishingState(true);
        Roles roles = PasswordFile.read(folder.resolve("passwords.properties"));
        try (Machine machine = Machine.claim(config, Progress.onTerminal());
                LocalPostgres postgres =
                        LocalPostgres.start(folder.resolve("postgres"), FreePorts.one(), roles, notice -> {})) {
            machine.start();
            for (Database database : Database.values()) {
                Migrations.migrate(database, roles.configOf(database, postgres.port()));
            }
            try (Admin operator =
                    Admin.create(Map.copyOf(machine.platformOf(Service.OPERATOR).clientConfig()))) {
                operator.createAcls(ClusterWorker.rights()).all().get();
            }
            Platform platform = machine.platformOf(Service.CONNECTORS);
            Map<String, String> environment = roles.environment(
                    postgres.port(), platform.registryUrl(), Files.createFile(folder.resolve("passed-over.txt")));
            try (ClusterWorker worker = ClusterWorker.start(folder.resolve("worker"), platform, environment)) {
                worker.awaitReady(PATIENCE);
                for (Map.Entry<String, Map<String, String>> connector :
                        Connectors.ofCluster().entrySet()) {
                    assertThat(worker.faultsOf(connector.getKey(), connector.getValue()))
                            .as(connector.getKey())
                            .isEmpty();
                    worker.put(connector.getKey(), connector.getValue());
                }
                startGame(machine.platform());
                LiveRoom.begin(machine.platform());
                Sql sql = new Sql(postgres.port(), roles);
                await().atMost(PATIENCE).until(() -> count(sql, Database.HISTORY, "events") > 0);
                await().atMost(PATIENCE).until(() -> count(sql, Database.HISTORY, "room_events") > 0);
                await().atMost(PATIENCE).until(() -> count(sql, Database.USERS, "events") > 0);
                await().atMost(PATIENCE).until(() -> count(sql, Database.STATE, "game") > 0);
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(worker.tasks(
                                        List.copyOf(Connectors.ofCluster().keySet())))
                                .containsOnly("RUNNING")
                                .hasSize(5));
            }
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
