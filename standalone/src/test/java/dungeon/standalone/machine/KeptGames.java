package dungeon.standalone.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A player of a machine whose data is kept or was kept. */
final class KeptGames {
    private static final JsonHttp HTTP = new JsonHttp();
    private static final HttpClient LINES = HttpClient.newHttpClient();

    private final Platform platform;

    KeptGames(Platform platform) {
        this.platform = platform;
    }

    /** Registers; returns the player's token. */
    String register(String name) throws IOException, InterruptedException {
        return HTTP.post(
                        platform.ingestUrl() + "/players",
                        null,
                        JsonNodeFactory.instance.objectNode().put("playerName", name))
                .path("token")
                .asText();
    }

    String guest() throws IOException, InterruptedException {
        return HTTP.post(platform.ingestUrl() + "/auth/guest", null, null)
                .path("token")
                .asText();
    }

    /** Begins a practice game with one bot; returns its id. */
    String begin(String token, int durationMs) throws IOException, InterruptedException {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("bots", 1).put("durationMs", durationMs);
        return HTTP.post(platform.ingestUrl() + "/practice-games", token, wish)
                .path("gameId")
                .asText();
    }

    void end(String token, String gameId) throws IOException, InterruptedException {
        HTTP.post("%s/games/%s/end".formatted(platform.ingestUrl(), gameId), token, null);
    }

    /** Buys a robot; returns the types of the events that came of it. */
    List<String> buyRobot(String token, String gameId) throws IOException, InterruptedException {
        ObjectNode command =
                JsonNodeFactory.instance.objectNode().put("type", "BuyRobots").put("quantity", 1);
        return HTTP.post("%s/games/%s/commands?wait=5000".formatted(platform.ingestUrl(), gameId), token, command)
                .path("events")
                .findValuesAsText("type");
    }

    JsonNode scoreboard(String gameId) throws IOException, InterruptedException {
        return HTTP.get("%s/games/%s/scoreboard".formatted(platform.queriesUrl(), gameId));
    }

    /** The log of a game as it is handed out, an event each. */
    List<String> events(String gameId) throws IOException, InterruptedException {
        return LINES.send(
                        HttpRequest.newBuilder(
                                        URI.create("%s/games/%s/events".formatted(platform.queriesUrl(), gameId)))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body()
                .toList();
    }
}
