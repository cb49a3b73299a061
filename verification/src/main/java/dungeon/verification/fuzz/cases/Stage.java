package dungeon.verification.fuzz.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.schemas.maps.ShippedMaps;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Whom hostile input is tried on, and as whom.
 *
 * @param platform under test
 * @param own the player whose token the cases have
 * @param other a player in the same games, for whom nobody else may act
 * @param gameIds games that run, in which only these two play
 * @param robotIds of the player whose token the cases have, and one of the other's
 */
public record Stage(Platform platform, Actor own, Actor other, List<String> gameIds, List<String> robotIds) {
    /** Spread over the partitions, so that most have one. */
    private static final int GAMES = 10;

    private static final int ROBOTS = 5;

    /** Longer than any run takes. */
    private static final Duration LENGTH = Duration.ofHours(12);

    /** Registers both, and starts the games. */
    public static Stage set(Platform platform, String administratorToken) throws IOException, InterruptedException {
        JsonHttp http = new JsonHttp();
        String ingest = platform.ingestUrl();
        Actor own = Actor.register(ingest);
        Actor other = Actor.register(ingest);
        List<String> gameIds = new ArrayList<>();
        List<String> robotIds = new ArrayList<>();
        for (int i = 0; i < GAMES; i++) {
            JsonNode game = JsonNodeFactory.instance
                    .objectNode()
                    .put("participantLimit", 2)
                    .put("durationMs", LENGTH.toMillis())
                    .put("mapTypeId", ShippedMaps.idOf(ShippedMaps.EXAMPLE));
            String gameId = http.post(ingest + "/games", administratorToken, game)
                    .path("gameId")
                    .asText();
            String url = "%s/games/%s".formatted(ingest, gameId);
            for (Actor actor : List.of(own, other)) {
                http.post(url + "/participants", actor.token(), null);
            }
            http.post(url + "/start", administratorToken, null);
            robotIds.addAll(robots(http, url, own, ROBOTS));
            robotIds.addAll(robots(http, url, other, 1));
            gameIds.add(gameId);
        }
        return new Stage(platform, own, other, List.copyOf(gameIds), List.copyOf(robotIds));
    }

    /** One of the games. */
    public String someGame(Random random) {
        return gameIds.get(random.nextInt(gameIds.size()));
    }

    private static List<String> robots(JsonHttp http, String gameUrl, Actor actor, int count)
            throws IOException, InterruptedException {
        List<String> robotIds = new ArrayList<>();
        JsonNode buy =
                JsonNodeFactory.instance.objectNode().put("type", "BuyRobots").put("quantity", count);
        for (JsonNode event :
                http.post(gameUrl + "/commands?wait=10000", actor.token(), buy).path("events")) {
            if (event.hasNonNull("robotId")) {
                robotIds.add(event.path("robotId").asText());
            }
        }
        return robotIds;
    }
}
