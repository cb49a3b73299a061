package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;

/** A player's record over all games that were played for each other. */
public record RankedPlayer(
        @Schema(description = "In the ranking; 1 is the best")
        long position,

        @Schema(description = "The player; UUID") String playerId,

        @Schema(description = "The player's name, as it was in the last game")
        String playerName,

        @Schema(description = "Games that had begun and have ended, without practice")
        long games,

        @Schema(description = "How many of them the player was first in")
        long wins,

        @Schema(description = "Points of all games") long points,
        @Schema(description = "Opponents in all games") long opponents,

        @Schema(description = "How many of them did worse") long beaten,

        @Schema(
                description =
                        "(beaten + 5) / (opponents + 10): the share of opponents that the player has beaten, after ten that count half")
        BigDecimal score,

        @Schema(description = "When the last of the games ended")
        Instant lastEndedAt) {}
