package dungeon.players.game;

import dungeon.schemas.ActionFailed;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;

/**
 * How a player plays. It is asked again and again, whenever events have come or some time has passed, and says what
 * to order by calling the methods of the commander. What it says depends on the view and on its own memory alone, so the
 * same events make it say the same.
 */
@FunctionalInterface
public interface Strategy {
    /** Gives the orders for now, which may be none. */
    void think(Commander commander);

    /**
     * Whether to join the game now. Asked again and again, with all that has happened so far in the view, until the player has joined; who
     * says yes once may be in the game from then on, also if it is not seen at once.
     *
     * @throws LeftGameException if it never will
     */
    default boolean joins(GameView view) {
        return true;
    }

    /** Hears of an event of the game, of its first one on, which the view has taken in already. */
    default void onEvent(Event event, GameView view) {}

    /**
     * Hears that one of the player's own commands was rejected; nothing has changed in the game.
     *
     * @param commandId UUID; that of {@link Ordered#commandId}
     */
    default void onRejected(CommandRejected rejection, String commandId) {}

    /** Hears that an action of one of the player's robots could not be done when it was its turn. */
    default void onFailed(ActionFailed failure, Robot robot) {}
}
