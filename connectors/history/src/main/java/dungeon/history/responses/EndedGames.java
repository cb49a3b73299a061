package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of games that have ended. */
public record EndedGames(
        @Schema(description = "The games, by their ids from the last on; these begin with the time of creation")
        List<EndedGame> games,

        @Schema(description = "What the next page has as `after`; left out if there is none")
        String next) {}
