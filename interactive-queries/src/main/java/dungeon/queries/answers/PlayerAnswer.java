package dungeon.queries.answers;

import dungeon.schemas.state.Player;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A registered player. */
public record PlayerAnswer(
        @Schema(description = "The player; UUID") String playerId,
        @Schema(description = "The name as it was written") String playerName,
        @Schema(description = "When the player registered") Instant registeredAt) {

    public static PlayerAnswer of(Player player) {
        return new PlayerAnswer(
                player.getPlayerId(), player.getPlayerName(), Instant.ofEpochMilli(player.getRegisteredAtMs()));
    }
}
