package dungeon.rules;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.List;

/**
 * The state of one game, wherever it is kept: in state stores, in memory, in a draft. A record that was read from or put
 * into a world is not changed any more; a change is a copy that is put. Reading what is not there gives null.
 */
public interface World {
    /** The game whose state this is; UUID. */
    String gameId();

    Game game();

    Progress progress();

    Secret secret();

    MapTile tile(int x, int y);

    Mine mine(int x, int y);

    Robot robot(String robotId);

    Account account(String playerId);

    /** All participants, in no particular order. */
    List<Account> accounts();

    /** What is counted for the map's discoveries; null also where nothing is decided, because nobody reads it there. */
    Deposits deposits();

    /** The timer that is due first; among those due at the same time, the one that was set first. */
    DueTimer nextTimer();

    /** When a command of this sender was last handled, in ms since 1970, or null if that is not remembered. */
    Long handledAtMs(HandledCommand command, long nowMs);

    void put(Game game);

    void put(Progress progress);

    void put(Secret secret);

    void put(MapTile tile);

    void put(Mine mine);

    void put(Robot robot);

    void put(Account account);

    void put(Deposits deposits);

    void set(DueTimer timer);

    void cancel(DueTimer timer);

    /** Cancels all timers of the game. */
    void cancelTimers();

    /** Remembers that a command was handled, for at least {@link HandledCommand#REMEMBERED_MS}. */
    void remember(HandledCommand command, long nowMs);

    /**
     * Removes records of a purged game, all but its progress.
     *
     * @return whether some may be left
     */
    boolean removeSome(int most);
}
