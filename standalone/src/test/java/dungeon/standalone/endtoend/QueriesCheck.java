package dungeon.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.rules.InMemoryWorld;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Robot;
import dungeon.standalone.bots.Platform;
import dungeon.standalone.http.JsonHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Holds the answers of the queries against the fold of the published events. */
final class QueriesCheck {
    private final JsonHttp http = new JsonHttp();
    private final String url;

    QueriesCheck(Platform platform) {
        url = platform.queriesUrl();
    }

    /** Asks for everything of a game, as fresh as the fold is, and compares. */
    void answersAreTheFold(InMemoryWorld world) throws IOException, InterruptedException {
        String game = "%s/games/%s".formatted(url, world.gameId());
        String atLeast = "?atLeast=" + world.progress().getSequence();
        assertThat(http.get(game + atLeast).path("state").asText())
                .isEqualTo(world.game().getState().name());
        Map<String, JsonNode> answers = new TreeMap<>();
        http.get(game + "/robots" + atLeast)
                .path("robots")
                .forEach(robot -> answers.put(robot.path("robotId").asText(), robot));
        assertThat(answers.keySet())
                .containsExactlyElementsOf(
                        world.robots().stream().map(Robot::getRobotId).toList());
        world.robots().forEach(robot -> same(robot, answers.get(robot.getRobotId())));
        for (Account account : world.accounts()) {
            JsonNode answer = http.get("%s/accounts/%s%s".formatted(game, account.getPlayerId(), atLeast));
            assertThat(answer.path("balance").asLong()).isEqualTo(account.getBalance());
        }
    }

    private static void same(Robot robot, JsonNode answer) {
        String what = "robot " + robot.getRobotId();
        JsonNode condition = answer.path("condition");
        assertThat(condition.path("position").path("x").asInt()).as(what).isEqualTo(robot.getX());
        assertThat(condition.path("position").path("y").asInt()).as(what).isEqualTo(robot.getY());
        long energy = condition.path("energy").asLong() * 5_000
                + condition.path("energyFraction").asLong();
        assertThat(energy).as(what).isEqualTo(robot.getEnergy());
        assertThat(Instant.parse(condition.path("readyAt").asText()).toEpochMilli())
                .as(what)
                .isEqualTo(robot.getReadyAtMs());
        assertThat(answer.path("queue").size())
                .as(what)
                .isEqualTo(robot.getQueue().size());
        assertThat(answer.path("destroyed").asBoolean()).as(what).isEqualTo(robot.getDestroyed());
    }
}
