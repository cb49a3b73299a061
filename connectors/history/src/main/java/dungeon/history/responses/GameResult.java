package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** All that is known of a game that has ended, but for its events. */
public record GameResult(
        @Schema(description = "The game; UUID") String gameId,
        @Schema(description = "Game time of the creation") Instant createdAt,

        @Schema(description = "Game time of the start; left out if it ended before")
        Instant startedAt,

        @Schema(description = "Game time of the end") Instant endedAt,

        @Schema(description = "When the write side forgot it; left out if it has not yet")
        Instant purgedAt,

        @Schema(description = "Why it ended") String endReason,

        @Schema(description = "How long it was to run from its start, in ms")
        long durationMs,

        @Schema(description = "How many players could join") int participantLimit,

        @Schema(description = "The map type that it was made from; UUID; left out for a plan that was never stored")
        String mapTypeId,

        @Schema(description = "The player for whose practice it was; UUID")
        String practiceFor,

        @Schema(description = "The version of the rules by which it was decided")
        int rulesVersion,

        @Schema(description = "Its last event that is here") long lastSequence,

        @Schema(description = "Whether all events up to that one are here")
        boolean complete,

        @Schema(description = "How each player did, best first")
        List<Standing> results) {

    /** How a player did. */
    public record Standing(
            @Schema(description = "1 is the best") int rank,
            @Schema(description = "The player; UUID") String playerId,
            @Schema(description = "The player's name") String playerName,
            @Schema(description = "Points in all") int total,
            @Schema(description = "MINING points") int mining,
            @Schema(description = "TRADING points") int trading,
            @Schema(description = "TRAVELLING points") int travelling,
            @Schema(description = "FIGHTING points") int fighting,
            @Schema(description = "UPGRADING points") int upgrading,
            @Schema(description = "Credits at the end") long balance) {}
}
