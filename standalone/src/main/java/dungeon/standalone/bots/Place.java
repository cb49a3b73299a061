package dungeon.standalone.bots;

/**
 * A tile of the map; (0,0) is the lower left one.
 *
 * @param x column
 * @param y row
 */
record Place(int x, int y) {
    Place to(Course course) {
        return new Place(x + course.dx(), y + course.dy());
    }
}
