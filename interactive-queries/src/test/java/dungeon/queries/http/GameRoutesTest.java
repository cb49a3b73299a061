package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.queries.TestGame;
import dungeon.robots.InMemoryGame;
import dungeon.robots.state.At;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GameRoutesTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String ENDED_GAME = "10000000-0000-4000-8000-000000000002";
    private static final String GAME_FROM_A_PLAN = "10000000-0000-4000-8000-000000000004";
    private static final String NO_GAME = "10000000-0000-4000-8000-000000000009";

    @TempDir
    private static Path stateDir;

    private static TestInstance instance;
    private static TestGame game;
    private static TestGame ended;

    @BeforeAll
    static void open() throws IOException {
        instance = new TestInstance(stateDir);
        game = TestGame.underWay(GAME);
        ended = TestGame.ended(ENDED_GAME);
        instance.views.pipe(game.events());
        instance.views.pipe(ended.events());
    }

    @AfterAll
    static void close() {
        instance.close();
    }

    @Test
    void aRunningGame() {
        HttpResponse<String> response = instance.get("/games/" + GAME);
        JsonNode answer = TestInstance.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
        assertThat(header(response, "Dungeon-Sequence")).isEqualTo(String.valueOf(game.sequence()));
        assertThat(header(response, "Dungeon-Instance")).isEqualTo(instance.name());
        assertThat(response.headers().firstValue("Dungeon-Stale")).isEmpty();
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "gameId",
                        "state",
                        "mapName",
                        "width",
                        "height",
                        "participantLimit",
                        "durationMs",
                        "createdAt",
                        "startedAt",
                        "endsAt",
                        "expiresAt",
                        "mapTypeId",
                        "rulesVersion",
                        "seedHash",
                        "participants",
                        "rules");
        assertThat(answer.path("gameId").asText()).isEqualTo(GAME);
        assertThat(answer.path("state").asText()).isEqualTo("STARTED");
        assertThat(answer.path("mapName").asText()).isEqualTo("example");
        assertThat(answer.path("width").asInt()).isEqualTo(10);
        assertThat(answer.path("height").asInt()).isEqualTo(8);
        assertThat(answer.path("participantLimit").asInt()).isEqualTo(4);
        assertThat(answer.path("durationMs").asLong()).isEqualTo(60_000);
        assertThat(answer.path("createdAt").asText()).isEqualTo("2026-05-01T12:00:00.010Z");
        assertThat(answer.path("startedAt").asText()).isEqualTo("2026-05-01T12:00:00.040Z");
        assertThat(answer.path("endsAt").asText()).isEqualTo("2026-05-01T12:01:00.040Z");
        assertThat(answer.path("expiresAt").asText()).isEqualTo("2026-05-02T12:00:00.010Z");
        assertThat(answer.path("mapTypeId").asText()).isEqualTo(TestGame.MAP_TYPE_ID);
        assertThat(answer.path("rulesVersion").asInt()).isEqualTo(1);
        assertThat(answer.path("seedHash").asText())
                .isEqualTo(game.world().game().getSeedHash());
        assertThat(answer.path("participants").toString())
                .isEqualTo(
                        "[{\"playerId\":\"%s\",\"playerName\":\"anna\",\"number\":0,\"eliminated\":false},{\"playerId\":\"%s\",\"playerName\":\"bert\",\"number\":1,\"eliminated\":false}]"
                                .formatted(TestGame.ANNA, TestGame.BERT));
        assertThat(answer.path("rules").toString())
                .isEqualTo(JsonWriter.write(game.world().game().getRules()).toString());
    }

    /** The game was played long ago, so its robots have all that they can have by now. */
    @Test
    void aRobotAsOfNow() {
        Robot robot = game.world().robots().get(0);

        JsonNode answer = instance.json("/games/%s/robots/%s".formatted(GAME, robot.getRobotId()));

        assertThat(answer.path("now").path("energy").asInt()).isEqualTo(20);
        assertThat(answer.path("now").path("energyFraction").asInt()).isZero();
        assertThat(Instant.parse(answer.path("now").path("asOf").asText()))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(instance.json("/games/%s/robots".formatted(ENDED_GAME)).findValuesAsText("asOf"))
                .contains(Instant.ofEpochMilli(ended.world().game().getEndedAtMs())
                        .toString());
    }

    @Test
    void aGameFromAPlanNamesNoMapType() {
        instance.views.pipe(TestGame.createdFromAPlan(GAME_FROM_A_PLAN).events());

        JsonNode answer = instance.json("/games/" + GAME_FROM_A_PLAN);

        assertThat(answer.path("state").asText()).isEqualTo("CREATED");
        assertThat(answer.has("mapTypeId")).isFalse();
    }

    @Test
    void anEndedGame() {
        JsonNode answer = instance.json("/games/" + ENDED_GAME);

        assertThat(answer.path("state").asText()).isEqualTo("ENDED");
        assertThat(answer.path("endReason").asText()).isEqualTo("TIME_UP");
        assertThat(answer.path("endedAt").asText()).isEqualTo("2026-05-01T12:01:00.040Z");
        assertThat(answer.path("seed").asText()).isEqualTo("00".repeat(32));
        assertThat(answer.path("standings")).hasSize(2);
        assertThat(answer.path("standings").get(0).toString())
                .isEqualTo(JsonWriter.write(ended.world().game().getStandings().get(0))
                        .toString());
    }

    @Test
    void itsMap() {
        JsonNode answer = instance.json("/games/%s/map".formatted(GAME));

        assertThat(answer.path("width").asInt()).isEqualTo(10);
        assertThat(answer.path("height").asInt()).isEqualTo(8);
        assertThat(answer.path("tiles")).hasSize(80);
        int index = 0;
        for (JsonNode tile : answer.path("tiles")) {
            var expected = game.world().tile(index % 10, index / 10);
            assertThat(tile.path("x").asInt()).isEqualTo(index % 10);
            assertThat(tile.path("y").asInt()).isEqualTo(index / 10);
            assertThat(tile.path("structure").asText())
                    .isEqualTo(expected.getStructure().toString());
            assertThat(tile.path("gravity").asText())
                    .isEqualTo(expected.getGravity().toString());
            assertThat(tile.has("content")).isEqualTo(expected.getContent() != null);
            if (expected.getContent() != null) {
                assertThat(tile.path("content").asText())
                        .isEqualTo(expected.getContent().toString());
            }
            index++;
        }
    }

    @Test
    void itsRobotsWithTheirConditionAsInEvents() {
        JsonNode answer = instance.json("/games/%s/robots".formatted(GAME)).path("robots");

        assertThat(answer).hasSize(4);
        InMemoryGame world = game.world();
        for (JsonNode robot : answer) {
            assertIsRobot(robot, world.robot(robot.path("robotId").asText()));
        }
        assertThat(answer.findValues("runsAt"))
                .as("a robot whose queue was cleared, and three that wait")
                .hasSize(3);
    }

    @Test
    void theRobotsOfOnePlayer() {
        JsonNode answer = instance.json("/games/%s/robots?playerId=%s".formatted(GAME, TestGame.BERT))
                .path("robots");

        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).path("playerId").asText()).isEqualTo(TestGame.BERT);
        assertThat(instance.json("/games/%s/robots?playerId=%s".formatted(GAME, NO_GAME))
                        .path("robots"))
                .isEmpty();
    }

    @Test
    void oneRobot() {
        Robot robot = game.world().robots().get(2);

        assertIsRobot(instance.json("/games/%s/robots/%s".formatted(GAME, robot.getRobotId())), robot);
    }

    @Test
    void itsMines() {
        JsonNode answer = instance.json("/games/%s/mines".formatted(GAME)).path("mines");

        assertThat(answer).hasSize(20);
        for (JsonNode mine : answer) {
            At at = new At(
                    mine.path("position").path("x").asInt(),
                    mine.path("position").path("y").asInt());
            Mine expected = game.world().records().get(RobotsTables.MINES, at);
            assertThat(mine.path("resource").asText())
                    .isEqualTo(expected.getResource().toString());
            assertThat(mine.path("placedUnits").asInt()).isEqualTo(expected.getPlacedUnits());
            assertThat(mine.path("remainingUnits").asInt()).isEqualTo(expected.getRemainingUnits());
        }
    }

    @Test
    void anAccount() {
        JsonNode answer = instance.json("/games/%s/accounts/%s".formatted(GAME, TestGame.ANNA));

        Account account = game.world().account(TestGame.ANNA);
        assertThat(answer.path("playerName").asText()).isEqualTo("anna");
        assertThat(answer.path("balance").asLong()).isEqualTo(200);
        assertThat(answer.path("robots").asInt()).isEqualTo(3);
        assertThat(answer.path("homeStation")).isEqualTo(JsonWriter.write(account.getHomeStation()));
        assertThat(answer.path("eliminated").asBoolean()).isFalse();
    }

    @Test
    void theScoreboardRanksByAllPointsAndByCategory() {
        JsonNode answer = instance.json("/games/%s/scoreboard".formatted(GAME));

        assertThat(answer.path("sequence").asLong()).isEqualTo(game.sequence());
        assertThat(answer.path("state").asText()).isEqualTo("STARTED");
        List<String> names = new ArrayList<>();
        answer.path("overall")
                .forEach(place -> names.add(place.path("playerName").asText()));
        assertThat(names).containsExactly("bert", "anna");
        JsonNode first = answer.path("overall").get(0);
        Account bert = game.world().account(TestGame.BERT);
        assertThat(bert.getTravelling()).isPositive();
        assertThat(first.path("rank").asInt()).isEqualTo(1);
        assertThat(first.path("total").asInt()).isEqualTo(bert.getTravelling());
        assertThat(first.path("travelling").asInt()).isEqualTo(bert.getTravelling());
        assertThat(first.path("balance").asLong()).isEqualTo(400);
        assertThat(first.path("robots").asInt()).isEqualTo(1);
        assertThat(answer.path("categories").fieldNames())
                .toIterable()
                .containsExactly("MINING", "TRADING", "TRAVELLING", "FIGHTING", "UPGRADING");
        JsonNode travelling = answer.path("categories").path("TRAVELLING");
        assertThat(travelling.get(0).path("points").asInt()).isEqualTo(bert.getTravelling());
        assertThat(travelling.get(1).path("rank").asInt()).isEqualTo(2);
        assertThat(travelling.get(1).path("playerName").asText()).isEqualTo("anna");
    }

    @Test
    void tiesInACategoryGoToMoreCreditsThenToWhoJoinedFirst() {
        JsonNode mining = instance.json("/games/%s/scoreboard".formatted(GAME))
                .path("categories")
                .path("MINING");
        assertThat(mining.findValuesAsText("playerName")).containsExactly("bert", "anna");

        TestGame even = TestGame.joined("10000000-0000-4000-8000-000000000003");
        instance.views.pipe(even.events());
        assertThat(instance.json("/games/%s/scoreboard".formatted(even.gameId()))
                        .path("categories")
                        .path("MINING")
                        .findValuesAsText("playerName"))
                .containsExactly("anna", "bert");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertProblem(instance.get("/games/" + NO_GAME), 404, "UNKNOWN_GAME");
        assertProblem(instance.get("/games/%s/map".formatted(NO_GAME)), 404, "UNKNOWN_GAME");
        assertProblem(instance.get("/games/%s/robots/%s".formatted(GAME, NO_GAME)), 404, "UNKNOWN_ROBOT");
        assertProblem(instance.get("/games/%s/accounts/%s".formatted(GAME, NO_GAME)), 404, "UNKNOWN_PLAYER");
        assertProblem(instance.get("/games/%s/nothing".formatted(GAME)), 404, "UNKNOWN_ROUTE");
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        assertProblem(instance.get("/games/my-game"), 400, "MALFORMED");
        assertProblem(instance.get("/games/%s/robots/R2D2".formatted(GAME)), 400, "MALFORMED");
        assertProblem(instance.get("/games/%s/robots?playerId=anna".formatted(GAME)), 400, "MALFORMED");
        assertProblem(instance.get("/games/%s?atLeast=soon".formatted(GAME)), 400, "MALFORMED");
        assertProblem(instance.get("/games/%s?atLeast=-1".formatted(GAME)), 400, "MALFORMED");
        assertProblem(instance.get("/games/%s?atleast=3".formatted(GAME)), 400, "MALFORMED");
    }

    static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = TestInstance.json(response);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503 || status == 429);
    }

    static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static void assertIsRobot(JsonNode answer, Robot robot) {
        assertThat(answer.path("robotId").asText()).isEqualTo(robot.getRobotId());
        assertThat(answer.path("playerId").asText()).isEqualTo(robot.getPlayerId());
        assertThat(answer.path("name").asText()).isEqualTo(robot.getName());
        assertThat(answer.path("destroyed").asBoolean()).isEqualTo(robot.getDestroyed());
        JsonNode condition = answer.path("condition");
        assertThat(condition.path("position").toString())
                .isEqualTo("{\"x\":%d,\"y\":%d}".formatted(robot.getX(), robot.getY()));
        assertThat(condition.path("health").asLong() * 100_000
                        + condition.path("healthFraction").asLong())
                .isEqualTo(robot.getHealth());
        assertThat(condition.path("energy").asLong() * 5_000
                        + condition.path("energyFraction").asLong())
                .isEqualTo(robot.getEnergy());
        assertThat(condition.path("asOf").asText())
                .isEqualTo(Instant.ofEpochMilli(robot.getAsOfMs()).toString());
        assertThat(condition.path("readyAt").asText())
                .isEqualTo(Instant.ofEpochMilli(robot.getReadyAtMs()).toString());
        assertThat(condition.path("queued").asInt()).isEqualTo(robot.getQueue().size());
        assertThat(condition.has("runsAt")).isEqualTo(!robot.getQueue().isEmpty());
        if (condition.has("runsAt")) {
            assertThat(condition.path("runsAt").asText())
                    .isEqualTo(Instant.ofEpochMilli(robot.getRunsAtMs()).toString());
        }
        assertThat(answer.path("queue")).hasSize(robot.getQueue().size());
        assertThat(answer.path("levels")).isEqualTo(JsonWriter.write(robot.getLevels()));
    }
}
