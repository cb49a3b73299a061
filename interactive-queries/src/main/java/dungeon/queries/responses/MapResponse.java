package dungeon.queries.responses;

import dungeon.schemas.ContentKind;
import dungeon.schemas.Gravity;
import dungeon.schemas.Structure;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The map of a game. */
public record MapResponse(
        @Schema(description = "Columns") int width,
        @Schema(description = "Rows") int height,

        @Schema(description = "All tiles, by y, then x; (0,0) is the lower left corner")
        List<TileAnswer> tiles) {

    /** A tile of the map. */
    public record TileAnswer(
            @Schema(description = "Column") int x,
            @Schema(description = "Row") int y,
            @Schema(description = "Star system or void") Structure structure,
            @Schema(description = "How strongly it pulls") Gravity gravity,

            @Schema(description = "What the star system holds; left out for nothing")
            ContentKind content) {}

    public static MapResponse of(Game game, List<MapTile> tiles) {
        return new MapResponse(
                game.getWidth(),
                game.getHeight(),
                tiles.stream()
                        .map(tile -> new TileAnswer(
                                tile.getX(), tile.getY(), tile.getStructure(), tile.getGravity(), tile.getContent()))
                        .toList());
    }
}
