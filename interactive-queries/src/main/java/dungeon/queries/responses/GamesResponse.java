package dungeon.queries.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A page of games. */
public record GamesResponse(
        @Schema(description = "The games, in the order of their ids")
        List<GameResponse> games,

        @Schema(description = "Give this as `after` for the next page; left out on the last one")
        String next,

        @Schema(description = "Instances (host:port) that did not answer; their games are not in the list")
        List<String> missing)
        implements PageResponse<GameResponse> {
    @Override
    public List<GameResponse> entries() {
        return games;
    }
}
