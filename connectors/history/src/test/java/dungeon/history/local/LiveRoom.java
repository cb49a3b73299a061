package dungeon.history.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import java.io.IOException;
import java.util.List;

/** A room of tic-tac-toe in which two guests play over HTTP, and may take their time. */
final class LiveRoom {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOVE_MS = 600_000;
    private static final long ROUND_MS = 3_600_000;

    private final JsonHttp http = new JsonHttp();
    private final Platform platform;
    private final List<String> tokens;
    private final String roomId;
    private int moves;

    private LiveRoom(Platform platform) throws IOException, InterruptedException {
        this.platform = platform;
        this.tokens = List.of(guest(), guest());
        ObjectNode plan = JSON.createObjectNode().put("moveMs", MOVE_MS).put("roundMs", ROUND_MS);
        this.roomId = http.post(platform.ingestUrl() + "/rooms", tokens.get(0), plan)
                .path("roomId")
                .asText();
        http.post("%s/rooms/%s/participants?wait=10000".formatted(platform.ingestUrl(), roomId), tokens.get(1), null);
    }

    static LiveRoom begin(Platform platform) throws IOException, InterruptedException {
        return new LiveRoom(platform);
    }

    String roomId() {
        return roomId;
    }

    /** Lets whoever is to move place a mark. */
    void place(int cell) throws IOException, InterruptedException {
        String token = tokens.get(moves % 2);
        moves++;
        send(
                token,
                JSON.createObjectNode()
                        .put("type", "PlaceMark")
                        .put("round", 1)
                        .put("move", moves)
                        .put("cell", cell));
    }

    /** Lets whoever has come second go, which closes the room. */
    void leave() throws IOException, InterruptedException {
        send(tokens.get(1), JSON.createObjectNode().put("type", "LeaveRoom"));
    }

    private void send(String token, ObjectNode command) throws IOException, InterruptedException {
        http.post("%s/rooms/%s/commands?wait=10000".formatted(platform.ingestUrl(), roomId), token, command);
    }

    private String guest() throws IOException, InterruptedException {
        return http.post(platform.ingestUrl() + "/auth/guest", null, null)
                .path("token")
                .asText();
    }
}
