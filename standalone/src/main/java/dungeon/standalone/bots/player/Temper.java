package dungeon.standalone.bots.player;

/**
 * How a player plays. It is asked again and again, whenever something has happened or some time has passed, and says what
 * to order by calling the methods of the commander. What it says depends on the view and on its own memory alone, so the
 * same events make it say the same.
 */
@FunctionalInterface
public interface Temper {
    /** Gives the orders for now, which may be none. */
    void think(Commander commander);
}
