package dungeon.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.benchmarks.host.PlatformHost;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes one game on each instance of the queries, with robots that may move as often as they like. */
public final class HttpGames {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PLAYERS = 3;
    private static final int ROBOTS_PER_PLAYER = 100;
    private static final long DURATION_MS = 3_600_000;
    /** Each game is on either instance by chance. */
    private static final int GAMES_MAXIMUM = 30;

    /** Under what the client waits for an answer. */
    private static final long ANSWER_MAXIMUM_MS = 25_000;

    /** Ingest takes more commands in a second than are decided in three, and each measure begins with none left. */
    private static final Duration OUTCOME_MAXIMUM = Duration.ofMinutes(3);

    /** No black holes, and the station, where robots begin, in the middle. */
    private static final String MAP = """
            {"name": "bench", "description": "Wide open", "width": 20, "height": 20, "defaultGravity": "LIGHT",
             "contents": [
               {"area": {"tiles": [[10, 10]]}, "kind": "SPACE_STATION", "count": 1},
               {"area": {"tiles": [[12, 10]]}, "kind": "MINE", "count": 1, "resource": "BIO_MATTER", "units": [1000, 1000]}]}
            """;

    private static final String RULES = """
            {"initialCredits": 1000000, "moveEnergy": [0, 0, 0], "moveCooldownMs": 0, "minimumCooldownMs": 0}""";

    private final PlatformHost system;
    private final URI ingest;
    private final JsonHttp http = new JsonHttp();

    public HttpGames(PlatformHost system) {
        this.system = system;
        this.ingest = system.ingest();
    }

    /** The games, by the instance of the queries that holds each. */
    public Map<URI, BenchGame> make() throws IOException, InterruptedException {
        Map<URI, BenchGame> games = new HashMap<>();
        for (int i = 0; i < GAMES_MAXIMUM && games.size() < system.queries().size(); i++) {
            String gameId = create();
            URI holder = system.holderOf(gameId);
            if (!games.containsKey(holder)) {
                games.put(holder, populate(gameId));
            }
        }
        if (games.size() < system.queries().size()) {
            throw new IllegalStateException("Of %d games all are on %s".formatted(GAMES_MAXIMUM, games.keySet()));
        }
        return games;
    }

    /** Waits until everything that was sent to a game has been decided, and has arrived in the queries. */
    void awaitDecided(BenchGame game) throws IOException, InterruptedException {
        BenchGame.BenchPlayer player = game.players().get(0);
        ObjectNode last = NODES.objectNode()
                .put("type", "ClearQueue")
                .put("robotId", player.robotIds().get(0));
        JsonNode outcome = send(game.gameId(), player.token(), last).get(0);
        awaitFolded(game.gameId(), outcome.path("sequence").asLong());
    }

    private String create() throws IOException, InterruptedException {
        ObjectNode body = NODES.objectNode().put("participantLimit", PLAYERS).put("durationMs", DURATION_MS);
        body.set("map", JsonHttp.parse(MAP));
        body.set("rules", JsonHttp.parse(RULES));
        return http.post(ingest.resolve("/games").toString(), system.administratorToken(), body)
                .path("gameId")
                .asText();
    }

    private BenchGame populate(String gameId) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            String token = http.post(ingest.resolve("/auth/guest").toString(), null, null)
                    .path("token")
                    .asText();
            http.post(ingest.resolve("/games/%s/participants".formatted(gameId)).toString(), token, null);
            tokens.add(token);
        }
        http.post(ingest.resolve("/games/%s/start".formatted(gameId)).toString(), system.administratorToken(), null);
        List<BenchGame.BenchPlayer> players = new ArrayList<>();
        long sequence = 0;
        for (String token : tokens) {
            ObjectNode purchase = NODES.objectNode().put("type", "BuyRobots").put("quantity", ROBOTS_PER_PLAYER);
            List<String> robotIds = new ArrayList<>();
            for (JsonNode event : send(gameId, token, purchase)) {
                sequence = event.path("sequence").asLong();
                if (event.path("type").asText().equals("RobotSpawned")) {
                    robotIds.add(event.path("robotId").asText());
                }
            }
            if (robotIds.size() != ROBOTS_PER_PLAYER) {
                throw new IllegalStateException(
                        "A player wanted %d robots and has %d".formatted(ROBOTS_PER_PLAYER, robotIds.size()));
            }
            players.add(new BenchGame.BenchPlayer(token, robotIds));
        }
        awaitFolded(gameId, sequence);
        return new BenchGame(gameId, players);
    }

    /** The events of a command, which may have to wait behind hundreds of thousands of others. */
    private JsonNode send(String gameId, String token, ObjectNode command) throws IOException, InterruptedException {
        URI url = ingest.resolve("/games/%s/commands?wait=%d".formatted(gameId, ANSWER_MAXIMUM_MS));
        ObjectNode repeatable = command.put("commandId", UUID.randomUUID().toString());
        long deadlineNanos = System.nanoTime() + OUTCOME_MAXIMUM.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            JsonNode events = http.post(url.toString(), token, repeatable).path("events");
            if (!events.isEmpty()) {
                return events;
            }
        }
        throw new IllegalStateException(
                "%s of game %s was not decided within %s".formatted(command, gameId, OUTCOME_MAXIMUM));
    }

    private void awaitFolded(String gameId, long sequence) throws IOException, InterruptedException {
        String url = system.queries()
                .get(0)
                .resolve("/games/%s?atLeast=%d".formatted(gameId, sequence))
                .toString();
        long deadlineNanos = System.nanoTime() + OUTCOME_MAXIMUM.toNanos();
        while (true) {
            try {
                http.get(url);
                return;
            } catch (HttpProblem notYet) {
                if (notYet.status() != 503 || System.nanoTime() > deadlineNanos) {
                    throw notYet;
                }
            }
        }
    }
}
