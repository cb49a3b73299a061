package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole system in this process, seen by a player over HTTP. */
@Tag("broker")
@Timeout(300)
class MachineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Machine machine;
    private static final JsonHttp HTTP = new JsonHttp();

    @BeforeAll
    static void start() throws Exception {
        machine =
                Machine.claim(new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine()), Progress.onTerminal());
        machine.start();
    }

    @AfterAll
    static void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    void sendsBotsOfBothKindsIntoAPracticeGameAndLetsThemRestAfterwards() throws Exception {
        Platform platform = machine.platform();
        String token = HTTP.post(platform.ingestUrl() + "/auth/guest", null, null)
                .path("token")
                .asText();
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("bots", 2).put("durationMs", 300_000);
        String gameId = HTTP.post(platform.ingestUrl() + "/practice-games", token, wish)
                .path("gameId")
                .asText();

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode players = scoreboard(gameId).path("overall");
            assertThat(points(players, "miner-")).isPositive();
            assertThat(points(players, "trader-")).isPositive();
            assertThat(players).hasSize(3);
        });
        assertThat(rosters()).containsExactly(gameId + ".json");

        HTTP.post("%s/games/%s/end".formatted(platform.ingestUrl(), gameId), token, null);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(scoreboard(gameId).path("state").asText()).isEqualTo("ENDED");
            // Until another game wants them.
            assertThat(rosters()).containsExactly("resting.json");
        });
    }

    @Test
    void registersTheSchemasOfAllTopicsAsBackwardTransitive() throws Exception {
        for (String topic :
                List.of("dungeon.commands.v1", "dungeon.events.v1", "lobby.commands.v1", "lobby.events.v1")) {
            String subject = topic + "-value";
            assertThat(HTTP.get("%s/subjects/%s/versions"
                            .formatted(machine.platform().registryUrl(), subject)))
                    .as(subject)
                    .isNotEmpty();
            assertThat(HTTP.get("%s/config/%s".formatted(machine.platform().registryUrl(), subject))
                            .path("compatibilityLevel")
                            .asText())
                    .isEqualTo("BACKWARD_TRANSITIVE");
        }
    }

    private static JsonNode scoreboard(String gameId) throws IOException, InterruptedException {
        try {
            return HTTP.get(
                    "%s/games/%s/scoreboard".formatted(machine.platform().queriesUrl(), gameId));
        } catch (HttpProblem e) {
            throw new AssertionError(e);
        }
    }

    private static int points(JsonNode players, String prefix) {
        for (JsonNode player : players) {
            if (player.path("playerName").asText().startsWith(prefix)) {
                return player.path("total").asInt();
            }
        }
        return 0;
    }

    private static List<String> rosters() throws IOException {
        try (Stream<Path> files = Files.list(machine.resolve("practice-bots"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
