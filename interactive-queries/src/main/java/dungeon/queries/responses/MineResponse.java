package dungeon.queries.responses;

import dungeon.schemas.Resource;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Mine;
import io.swagger.v3.oas.annotations.media.Schema;

/** A mine; a depleted one stays until another one appears in its place. */
public record MineResponse(
        @Schema(description = "Where it is") Tile position,
        @Schema(description = "What it holds") Resource resource,
        @Schema(description = "Units that it held at first") int placedUnits,
        @Schema(description = "Units that are left") int remainingUnits) {

    public static MineResponse of(Mine mine) {
        return new MineResponse(
                new Tile(mine.getX(), mine.getY()),
                mine.getResource(),
                mine.getPlacedUnits(),
                mine.getRemainingUnits());
    }
}
