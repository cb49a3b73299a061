package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;

/** A player's record over all rounds of tic-tac-toe that count: no practice, and at least five marks were placed. */
public record RankedRoomPlayer(
        @Schema(description = "In the ranking; 1 is the best")
        long position,

        @Schema(description = "The player; UUID") String playerId,

        @Schema(description = "The player's name, as it was in the last round")
        String playerName,

        @Schema(description = "Rounds that count") long rounds,

        @Schema(description = "How many of them the player has won")
        long wins,

        @Schema(description = "How many had no winner") long draws,

        @Schema(description = "How many the player has lost")
        long losses,

        @Schema(description = "Different opponents in these rounds")
        long opponents,

        @Schema(
                description =
                        "(beaten + 5) / (opponents + 10), where beaten is the sum, over all opponents, of the share of rounds that the player has won against each; a drawn round counts half")
        BigDecimal score,

        @Schema(description = "When the last of the rounds ended")
        Instant lastEndedAt) {}
