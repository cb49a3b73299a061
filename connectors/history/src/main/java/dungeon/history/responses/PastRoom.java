package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A room of tic-tac-toe that is closed, in a list. */
public record PastRoom(
        @Schema(description = "The room; UUID version 7") String roomId,
        @Schema(description = "When it was opened") Instant openedAt,
        @Schema(description = "When it was closed") Instant closedAt,
        @Schema(description = "Why it was closed") String closingReason,
        @Schema(description = "Whom it waited for") String opponent,

        @Schema(description = "Whether it waited for a bot; then its rounds do not count in the ranking")
        boolean practice,

        @Schema(description = "Who sat in it, whoever opened it first")
        List<Seated> players,

        @Schema(description = "How many rounds were played") int rounds) {

    /** A player of a room. */
    public record Seated(
            @Schema(description = "The player; UUID") String playerId,
            @Schema(description = "The player's name") String playerName,

            @Schema(description = "How many of the rounds the player has won")
            int wins) {}
}
