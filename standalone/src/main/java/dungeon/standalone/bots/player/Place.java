package dungeon.standalone.bots.player;

import dungeon.schemas.Tile;

/**
 * A tile of the map; (0,0) is the lower left one.
 *
 * @param x column
 * @param y row
 */
public record Place(int x, int y) {
    /** The same place, as it is on the wire. */
    public static Place of(Tile tile) {
        return new Place(tile.getX(), tile.getY());
    }

    /** The tile beside it. */
    public Place to(Course course) {
        return new Place(x + course.dx(), y + course.dy());
    }
}
