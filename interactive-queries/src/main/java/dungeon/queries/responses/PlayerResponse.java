package dungeon.queries.responses;

import dungeon.schemas.state.Player;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A registered player. */
public record PlayerResponse(
        @Schema(description = "The player; UUID") String playerId,
        @Schema(description = "The name as it was written") String playerName,
        @Schema(description = "When the player registered") Instant registeredAt) {

    public static PlayerResponse of(Player player) {
        return new PlayerResponse(
                player.getPlayerId(), player.getPlayerName(), Instant.ofEpochMilli(player.getRegisteredAtMs()));
    }
}
