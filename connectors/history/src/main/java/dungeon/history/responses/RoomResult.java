package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** All that is known of a closed room of tic-tac-toe, but for its events. */
public record RoomResult(
        @Schema(description = "The room; UUID version 7") String roomId,
        @Schema(description = "When it was opened") Instant openedAt,
        @Schema(description = "When it was closed") Instant closedAt,
        @Schema(description = "Why it was closed") String closingReason,
        @Schema(description = "Whom it waited for") String opponent,

        @Schema(description = "Whether it waited for a bot; then its rounds do not count in the ranking")
        boolean practice,

        @Schema(description = "Whether an invitation was wanted")
        boolean invitationOnly,

        @Schema(description = "How long a player could take for one move, in ms")
        long moveMs,

        @Schema(description = "How long a player could take for all moves of a round, in ms")
        long roundMs,

        @Schema(description = "Its last event that is here") long lastSequence,

        @Schema(description = "Whether all events up to that one are here")
        boolean complete,

        @Schema(description = "Who sat in it, whoever opened it first")
        List<PastRoom.Seated> players,

        @Schema(description = "Its rounds in their order, 100 at most")
        List<Round> rounds) {

    /** A round that is over. */
    public record Round(
            @Schema(description = "The round, from 1") int round,

            @Schema(description = "Who played X, and began; UUID")
            String xPlayerId,

            @Schema(description = "Who played O; UUID") String oPlayerId,

            @Schema(description = "How it ended: X_WON, O_WON or DRAW")
            String result,

            @Schema(description = "Why it ended") String reason,

            @Schema(description = "Who has won; UUID. Left out after a draw")
            String winnerId,

            @Schema(description = "How many marks were placed")
            int moves,

            @Schema(description = "When it began") Instant startedAt,
            @Schema(description = "When it ended") Instant endedAt) {}
}
