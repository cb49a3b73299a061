package dungeon.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.rules.InMemoryWorld;
import dungeon.rules.Standings;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;
import dungeon.standalone.bots.Platform;
import dungeon.standalone.http.JsonHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        scoreboardIsTheFold(http.get(game + "/scoreboard" + atLeast), world);
        mapIsTheFold(http.get(game + "/map" + atLeast), world);
    }

    private static void scoreboardIsTheFold(JsonNode answer, InMemoryWorld world) {
        List<String> answered = new ArrayList<>();
        answer.path("overall")
                .forEach(place -> answered.add("%d %s %d %d"
                        .formatted(
                                place.path("rank").asInt(),
                                place.path("playerId").asText(),
                                place.path("travelling").asInt(),
                                place.path("total").asInt())));
        assertThat(answered)
                .containsExactlyElementsOf(Standings.of(world.accounts()).stream()
                        .map(standing -> "%d %s %d %d"
                                .formatted(
                                        standing.getRank(),
                                        standing.getPlayerId(),
                                        standing.getTravelling(),
                                        standing.getTotal()))
                        .toList());
    }

    private static void mapIsTheFold(JsonNode answer, InMemoryWorld world) {
        assertThat(answer.path("tiles"))
                .hasSize(world.game().getWidth() * world.game().getHeight())
                .allSatisfy(tile -> {
                    MapTile expected =
                            world.tile(tile.path("x").asInt(), tile.path("y").asInt());
                    assertThat(tile.path("structure").asText())
                            .isEqualTo(expected.getStructure().name());
                    assertThat(tile.path("gravity").asText())
                            .isEqualTo(expected.getGravity().name());
                    assertThat(tile.path("content").asText(null))
                            .isEqualTo(
                                    expected.getContent() == null
                                            ? null
                                            : expected.getContent().name());
                });
    }

    /** What Avro prints is JSON. */
    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
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
        long health = condition.path("health").asLong() * 100_000
                + condition.path("healthFraction").asLong();
        assertThat(health).as(what).isEqualTo(robot.getHealth());
        assertThat(Instant.parse(condition.path("readyAt").asText()).toEpochMilli())
                .as(what)
                .isEqualTo(robot.getReadyAtMs());
        assertThat(answer.path("queue").size())
                .as(what)
                .isEqualTo(robot.getQueue().size());
        assertThat(answer.path("destroyed").asBoolean()).as(what).isEqualTo(robot.getDestroyed());
        assertThat(answer.path("damageBonus").asInt()).as(what).isEqualTo(robot.getDamageBonus());
        assertThat(answer.path("cargo"))
                .as(what)
                .isEqualTo(json(robot.getCargo().toString()));
        assertThat(answer.path("levels"))
                .as(what)
                .isEqualTo(json(robot.getLevels().toString()));
        assertThat(answer.path("mining").isMissingNode()).as(what).isEqualTo(robot.getMining() == null);
    }
}
