package dungeon.queries.responses;

import dungeon.queries.lobby.SearchSummary;
import dungeon.schemas.Pace;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A search for an opponent. */
public record SearchResponse(
        @Schema(description = "The search; UUID") String searchId,
        @Schema(description = "Who searches; UUID") String playerId,
        @Schema(description = "How fast is played") Pace pace,

        @Schema(description = "SEARCHING, or FOUND once there is an opponent")
        State state,

        @Schema(
                description =
                        "When it ends unless it is renewed; left out until that is known, and once there is an opponent")
        Instant endsAt,

        @Schema(
                description =
                        "The room; UUID version 7. Left out until it is known, which takes a moment longer than the opponent; it opens a moment later still")
        String roomId) {
    /** Where it stands. */
    public enum State {
        SEARCHING,
        FOUND
    }

    /** A search that is not over. */
    public static SearchResponse of(SearchSummary search) {
        return new SearchResponse(
                search.searchId(),
                search.playerId(),
                search.pace(),
                search.isMatched() ? State.FOUND : State.SEARCHING,
                search.endsAtMs() == null ? null : Instant.ofEpochMilli(search.endsAtMs()),
                search.roomId());
    }
}
