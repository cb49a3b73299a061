package dungeon.analytics.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Robots of others that were destroyed in combats, by player, in the five minutes from each minute on. */
public record Kills(
        @Schema(description = "The windows, the latest first, and in each who destroyed most; no more than a thousand")
        List<KillsOfPlayer> windows,

        @Schema(description = "Instances that did not answer; their figures are missing")
        List<String> missing) {

    /** What a player destroyed in a window. */
    public record KillsOfPlayer(
            @Schema(description = "The player; UUID") String playerId,

            @Schema(description = "The first moment of the window")
            Instant from,

            @Schema(description = "The first moment behind it")
            Instant to,

            @Schema(description = "Robots of others that were destroyed")
            long kills) {}
}
