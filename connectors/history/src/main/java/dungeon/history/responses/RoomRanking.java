package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A page of the ranking of tic-tac-toe. */
public record RoomRanking(
        @Schema(description = "When it was counted") Instant asOf,

        @Schema(description = "How many rooms were closed then")
        long closedRooms,

        @Schema(description = "The players, best first") List<RankedRoomPlayer> players,

        @Schema(description = "What the next page has as `after`; left out if there is none")
        Long next) {}
