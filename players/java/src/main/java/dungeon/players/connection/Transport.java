package dungeon.players.connection;

import dungeon.players.game.Order;
import dungeon.schemas.Event;
import java.util.List;

/** How a bot hears of its game and sends its commands. */
public interface Transport extends AutoCloseable {
    /** The events that have come meanwhile, from the game's first one on; waits a moment, and is empty if none comes. */
    List<Event> next() throws InterruptedException;

    /** Whether all has been read that had happened before this process began; only then can it be answered. */
    boolean isLive();

    /** Writes commands, in this order. */
    void send(List<Order> orders) throws InterruptedException;

    @Override
    void close();
}
