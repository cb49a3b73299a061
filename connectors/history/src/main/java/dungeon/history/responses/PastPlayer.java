package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A player, and what the player's games came to. */
public record PastPlayer(
        @Schema(description = "The player; UUID") String playerId,
        @Schema(description = "The player's name") String playerName,

        @Schema(description = "Whether the player registered as a guest")
        boolean guest,

        @Schema(description = "When the player registered") Instant registeredAt,

        @Schema(description = "When a guest was forgotten; left out if not")
        Instant expiredAt,

        @Schema(description = "When the record was counted") Instant asOf,

        @Schema(description = "The record; left out if no game of the player's is counted in it")
        RankedPlayer record,

        @Schema(description = "What the player's rounds of tic-tac-toe came to")
        TicTacToe ticTacToe) {

    /** A player's rounds of tic-tac-toe. */
    public record TicTacToe(
            @Schema(description = "When the record was counted")
            Instant asOf,

            @Schema(description = "The record; left out if no round of the player's is counted in it")
            RankedRoomPlayer record) {}
}
