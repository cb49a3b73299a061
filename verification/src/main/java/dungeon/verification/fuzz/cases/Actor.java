package dungeon.verification.fuzz.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.JsonHttp;
import java.io.IOException;

/**
 * A registered player.
 *
 * @param token that proves it
 */
public record Actor(String playerId, String playerName, String token) {
    /** Registers one as a guest. */
    public static Actor register(String ingestUrl) throws IOException, InterruptedException {
        JsonNode guest = new JsonHttp().post(ingestUrl + "/auth/guest", null, null);
        return new Actor(
                guest.path("playerId").asText(),
                guest.path("playerName").asText(),
                guest.path("token").asText());
    }
}
