package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A page of the ranking across games. */
public record Ranking(
        @Schema(description = "When it was counted") Instant asOf,

        @Schema(description = "How many games had ended then")
        long endedGames,

        @Schema(description = "The players, best first") List<RankedPlayer> players,

        @Schema(description = "What the next page has as `after`; left out if there is none")
        Long next) {}
