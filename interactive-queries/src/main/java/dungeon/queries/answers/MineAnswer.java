package dungeon.queries.answers;

import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Mine;
import io.swagger.v3.oas.annotations.media.Schema;

/** A mine; a depleted one stays until another one appears in its place. */
public record MineAnswer(
        @Schema(description = "Where it is") Tile position,
        @Schema(description = "What it holds") Resource resource,
        @Schema(description = "Units that it held at first") int placedUnits,
        @Schema(description = "Units that are left") int remainingUnits) {

    public static MineAnswer of(Mine mine) {
        return new MineAnswer(
                new Tile(mine.getX(), mine.getY()),
                mine.getResource(),
                mine.getPlacedUnits(),
                mine.getRemainingUnits());
    }
}
