package dungeon.queries.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The mines of a game. */
public record MinesAnswer(
        @Schema(description = "The mines, by y, then x") List<MineAnswer> mines) {}
