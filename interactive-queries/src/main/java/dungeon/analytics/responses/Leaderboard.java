package dungeon.analytics.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Who has most points in the games that had begun and ended on a day, but for practice. */
public record Leaderboard(
        @Schema(description = "When the day began, in UTC") Instant day,
        @Schema(description = "The players, best first") List<DayOfPlayer> players,

        @Schema(description = "Instances that did not answer; their players are missing")
        List<String> missing) {

    /** How a player did. */
    public record DayOfPlayer(
            @Schema(description = "The player; UUID") String playerId,

            @Schema(description = "The player's name; left out if it is not known yet")
            String playerName,

            @Schema(description = "Games that ended") long games,

            @Schema(description = "How many of them the player was first in")
            long wins,

            @Schema(description = "Points in all of them") long points) {}
}
