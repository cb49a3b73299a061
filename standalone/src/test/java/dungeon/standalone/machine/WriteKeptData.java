package dungeon.standalone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the folder that {@link KeptDataTest} opens: a player who registered, one game of his that is over and one that is not. Run by
 * hand, once for each format of the folder:
 *
 * <pre>
 * mvn -B -q -pl standalone -am test -Dtest=WriteKeptData -Dkept.data=rewrite -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@EnabledIfSystemProperty(named = "kept.data", matches = "rewrite")
class WriteKeptData {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LONG_MS = 300_000;
    /** Over by the time that anybody opens the folder. */
    private static final int SHORT_MS = 60_000;

    @Test
    void write(@TempDir Path parent) throws Exception {
        Path folder = parent.resolve("data");
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        try (Machine machine =
                Machine.claim(new MachineConfig(folder, FreePorts.ofAMachine()), Progress.onTerminal())) {
            machine.start();
            KeptGames games = new KeptGames(machine.platform());
            String name = "keeper";
            String token = games.register(name);
            String over = games.begin(token, LONG_MS);
            assertThat(games.buyRobot(token, over)).contains("RobotSpawned");
            games.end(token, over);
            await().atMost(PATIENCE)
                    .until(() -> games.scoreboard(over).path("state").asText().equals("ENDED"));
            String underWay = games.begin(token, SHORT_MS);
            assertThat(games.buyRobot(token, underWay)).contains("RobotSpawned");
            expected.put("player", name).put("over", over).put("underWay", underWay);
            games.events(over).forEach(expected.withArray("eventsOfTheOneThatIsOver")::add);
            games.events(underWay).forEach(expected.withArray("eventsOfTheOneUnderWay")::add);
        }
        new ObjectMapper().writeValue(folder.resolve(KeptData.EXPECTED).toFile(), expected);
        KeptData.write(folder, KeptData.ARCHIVE);
        assertThat(Files.size(KeptData.ARCHIVE)).isLessThan(2 * 1024 * 1024L);
    }
}
