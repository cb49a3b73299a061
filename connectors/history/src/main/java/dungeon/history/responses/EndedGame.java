package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A game that has ended, in a list. */
public record EndedGame(
        @Schema(description = "The game; UUID") String gameId,
        @Schema(description = "Game time of the creation") Instant createdAt,

        @Schema(description = "Game time of the start; left out if it ended before")
        Instant startedAt,

        @Schema(description = "Game time of the end") Instant endedAt,
        @Schema(description = "Why it ended") String endReason,

        @Schema(description = "How long it was to run from its start, in ms")
        long durationMs,

        @Schema(description = "The map type that it was made from; UUID; left out for a plan that was never stored")
        String mapTypeId,

        @Schema(description = "The player for whose practice it was; UUID")
        String practiceFor,

        @Schema(description = "How many players took part") int participants,

        @Schema(description = "The first of the final ranking; left out if the game never began")
        Winner winner) {

    /** A player of rank 1. */
    public record Winner(
            @Schema(description = "The player; UUID") String playerId,
            @Schema(description = "The player's name") String playerName,
            @Schema(description = "Points in all") int total) {}
}
