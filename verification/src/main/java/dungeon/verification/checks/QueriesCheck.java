package dungeon.verification.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.robots.InMemoryGame;
import dungeon.robots.decide.Standings;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Holds the answers of an instance of the queries against the fold of the published events. */
public final class QueriesCheck {
    private static final int UNAVAILABLE = 503;
    /** So often a question is repeated that is answered with 503, which says that it can be answered soon. */
    private static final int TRIES = 20;

    private static final long PAUSE_MS = 500;

    private final JsonHttp http = new JsonHttp();
    private final String url;

    /** @param queriesUrl its base address */
    public QueriesCheck(String queriesUrl) {
        url = queriesUrl;
    }

    /** Asks for everything of a game, as fresh as the fold is, and compares. */
    public void answersAreTheFold(InMemoryGame world) throws IOException, InterruptedException {
        String game = "%s/games/%s".formatted(url, world.gameId());
        String atLeast = "?atLeast=" + world.progress().getSequence();
        same(
                world.game().getState().name(),
                get(game + atLeast).path("state").asText(),
                () -> "The state of %s".formatted(game));
        Map<String, JsonNode> answers = new TreeMap<>();
        get(game + "/robots" + atLeast)
                .path("robots")
                .forEach(robot -> answers.put(robot.path("robotId").asText(), robot));
        same(
                world.robots().stream().map(Robot::getRobotId).toList(),
                List.copyOf(answers.keySet()),
                () -> "The list of robots of %s".formatted(game));
        world.robots().forEach(robot -> same(robot, answers.get(robot.getRobotId())));
        for (Account account : world.accounts()) {
            JsonNode answer = get("%s/accounts/%s%s".formatted(game, account.getPlayerId(), atLeast));
            same(
                    account.getBalance(),
                    answer.path("balance").asLong(),
                    () -> "The balance of %s".formatted(account.getPlayerId()));
        }
        scoreboardIsTheFold(get(game + "/scoreboard" + atLeast), world);
        mapIsTheFold(get(game + "/map" + atLeast), world);
    }

    private JsonNode get(String address) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return http.get(address);
            } catch (HttpProblem e) {
                if (e.status() != UNAVAILABLE || attempt == TRIES) {
                    throw new BrokenPromiseException("Asked %d times: %s".formatted(attempt, e.getMessage()));
                }
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private static void scoreboardIsTheFold(JsonNode answer, InMemoryGame world) {
        List<String> answered = new ArrayList<>();
        answer.path("overall")
                .forEach(place -> answered.add("%d %s %d %d"
                        .formatted(
                                place.path("rank").asInt(),
                                place.path("playerId").asText(),
                                place.path("travelling").asInt(),
                                place.path("total").asInt())));
        List<String> expected = Standings.of(world.accounts()).stream()
                .map(standing -> "%d %s %d %d"
                        .formatted(
                                standing.getRank(),
                                standing.getPlayerId(),
                                standing.getTravelling(),
                                standing.getTotal()))
                .toList();
        same(expected, answered, () -> "The scoreboard of %s".formatted(world.gameId()));
    }

    private static void mapIsTheFold(JsonNode answer, InMemoryGame world) {
        String what = "The map of " + world.gameId();
        JsonNode tiles = answer.path("tiles");
        same(world.game().getWidth() * world.game().getHeight(), tiles.size(), () -> what);
        for (JsonNode tile : tiles) {
            MapTile expected = world.tile(tile.path("x").asInt(), tile.path("y").asInt());
            same(expected.getStructure().name(), tile.path("structure").asText(), () -> what);
            same(expected.getGravity().name(), tile.path("gravity").asText(), () -> what);
            same(
                    expected.getContent() == null ? null : expected.getContent().name(),
                    tile.path("content").asText(null),
                    () -> what);
        }
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
        String what = "Robot " + robot.getRobotId();
        JsonNode condition = answer.path("condition");
        same(robot.getX(), condition.path("position").path("x").asInt(), () -> what);
        same(robot.getY(), condition.path("position").path("y").asInt(), () -> what);
        long energy = condition.path("energy").asLong() * 5_000
                + condition.path("energyFraction").asLong();
        same(robot.getEnergy(), energy, () -> what);
        long health = condition.path("health").asLong() * 100_000
                + condition.path("healthFraction").asLong();
        same(robot.getHealth(), health, () -> what);
        same(
                robot.getReadyAtMs(),
                Instant.parse(condition.path("readyAt").asText()).toEpochMilli(),
                () -> what);
        same(robot.getQueue().size(), answer.path("queue").size(), () -> what);
        same(robot.getDestroyed(), answer.path("destroyed").asBoolean(), () -> what);
        same(robot.getDamageBonus(), answer.path("damageBonus").asInt(), () -> what);
        same(json(robot.getCargo().toString()), answer.path("cargo"), () -> what);
        same(json(robot.getLevels().toString()), answer.path("levels"), () -> what);
        same(robot.getMining() == null, answer.path("mining").isMissingNode(), () -> what);
    }

    private static void same(Object expected, Object actual, Supplier<String> what) {
        BrokenPromiseException.unlessEqual(expected, actual, what);
    }
}
