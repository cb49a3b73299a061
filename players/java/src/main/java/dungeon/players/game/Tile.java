package dungeon.players.game;

import dungeon.schemas.Direction;
import java.util.List;

/**
 * A tile of the map; (0,0) is the lower left one.
 *
 * @param x column
 * @param y row
 */
public record Tile(int x, int y) {
    /** The eight ways out of a tile. */
    static final List<Direction> DIRECTIONS = List.of(
            Direction.N, Direction.NE, Direction.E, Direction.SE, Direction.S, Direction.SW, Direction.W, Direction.NW);

    /** The same tile, as it is on the wire. */
    public static Tile of(dungeon.schemas.Tile tile) {
        return new Tile(tile.getX(), tile.getY());
    }

    /** The tile beside it; itself for a direction that is not known. */
    public Tile to(Direction direction) {
        return switch (direction) {
            case N -> new Tile(x, y + 1);
            case NE -> new Tile(x + 1, y + 1);
            case E -> new Tile(x + 1, y);
            case SE -> new Tile(x + 1, y - 1);
            case S -> new Tile(x, y - 1);
            case SW -> new Tile(x - 1, y - 1);
            case W -> new Tile(x - 1, y);
            case NW -> new Tile(x - 1, y + 1);
            case UNKNOWN -> this;
        };
    }
}
