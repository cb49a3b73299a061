package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.players.connection.HttpProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** This build goes on where an earlier one has left its data: the folder was written once and is never made to fit. */
@Tag("slow")
@Timeout(300)
class KeptDataTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path parent;

    private static JsonNode expected;
    private static Machine machine;
    private static KeptGames games;

    @BeforeAll
    static void open() throws Exception {
        Path folder = parent.resolve("data");
        KeptData.read(KeptData.ARCHIVE, folder);
        expected = new ObjectMapper().readTree(folder.resolve(KeptData.EXPECTED).toFile());
        machine = Machine.claim(new MachineConfig(folder, FreePorts.ofAMachine()), Progress.onTerminal());
        machine.start();
        games = new KeptGames(machine.platform());
    }

    @AfterAll
    static void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    void aGameThatWasOverIsToldAsItWas() throws Exception {
        String gameId = expected.path("over").asText();

        assertThat(games.scoreboard(gameId).path("state").asText()).isEqualTo("ENDED");
        assertThat(games.events(gameId)).startsWith(events("eventsOfTheOneThatIsOver"));
    }

    @Test
    void aGameThatWasUnderWayGoesOnToItsEnd() throws Exception {
        String gameId = expected.path("underWay").asText();

        await().atMost(PATIENCE)
                .until(() -> games.scoreboard(gameId).path("state").asText().equals("ENDED"));
        String[] before = events("eventsOfTheOneUnderWay");
        assertThat(games.events(gameId)).startsWith(before).hasSizeGreaterThan(before.length);
    }

    @Test
    void aNameThatWasRegisteredStaysTaken() {
        assertThatThrownBy(() -> games.register(expected.path("player").asText()))
                .isInstanceOfSatisfying(
                        HttpProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void whoComesNowCanPlay() throws Exception {
        String token = games.guest();
        String gameId = games.begin(token, 60_000);

        assertThat(games.buyRobot(token, gameId)).contains("RobotSpawned");
        games.end(token, gameId);
    }

    private static String[] events(String name) {
        List<String> events = new ArrayList<>();
        expected.path(name).forEach(event -> events.add(event.asText()));
        return events.toArray(String[]::new);
    }
}
