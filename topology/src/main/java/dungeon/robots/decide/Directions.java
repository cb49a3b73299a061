package dungeon.robots.decide;

import dungeon.schemas.Direction;
import dungeon.schemas.Tile;

/** The eight directions of movement; (0,0) is the lower left corner. */
final class Directions {
    private Directions() {}

    /** The tile next to another one; it can lie outside the map. */
    static Tile neighbour(int x, int y, Direction direction) {
        return switch (direction) {
            case N -> new Tile(x, y + 1);
            case NE -> new Tile(x + 1, y + 1);
            case E -> new Tile(x + 1, y);
            case SE -> new Tile(x + 1, y - 1);
            case S -> new Tile(x, y - 1);
            case SW -> new Tile(x - 1, y - 1);
            case W -> new Tile(x - 1, y);
            case NW -> new Tile(x - 1, y + 1);
            case UNKNOWN ->
                throw new IllegalArgumentException("A command with an unknown direction is refused earlier");
        };
    }
}
