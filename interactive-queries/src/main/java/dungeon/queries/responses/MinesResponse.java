package dungeon.queries.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The mines of a game. */
public record MinesResponse(
        @Schema(description = "The mines, by y, then x") List<MineResponse> mines) {}
