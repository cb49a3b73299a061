package dungeon.queries.views;

import dungeon.robots.state.RobotsTables;
import dungeon.schemas.GameState;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Lists the games of a partition. */
public final class GamesReader {
    /** How many records one request looks at in a partition, so that a rare state does not make it read all. */
    static final int SCAN_MAXIMUM = 10_000;

    /**
     * A part of the games of a partition.
     *
     * @param games the games, in the order of their ids
     * @param readUpTo the last game that was looked at; null if there are no more
     */
    public record Page(List<GameReader> games, String readUpTo) {}

    private final StoreSource stores;

    public GamesReader(StoreSource stores) {
        this.stores = stores;
    }

    /**
     * The next games.
     *
     * @param after only games with a greater id; null for all
     * @param limit how many at most
     * @param state only games in this state; null for all
     */
    public Page read(int partition, String after, int limit, GameState state) {
        StoreSource.Partition source = stores.active(partition);
        List<GameReader> games = new ArrayList<>();
        String readUpTo = null;
        int scanned = 0;
        try (KeyValueIterator<Bytes, byte[]> found = GameTables.from(source.store(), RobotsTables.GAMES, after)) {
            while (found.hasNext() && games.size() < limit && scanned < SCAN_MAXIMUM) {
                KeyValue<Bytes, byte[]> entry = found.next();
                scanned++;
                readUpTo = GameTables.gameIdOf(entry.key);
                if (!readUpTo.equals(after) && isIn(state, entry.value)) {
                    GameReader game = new GameReader(source, readUpTo);
                    // A game whose first event is just being folded in is not there yet.
                    if (game.sequence() > 0) {
                        games.add(game);
                    }
                }
            }
            return new Page(games, found.hasNext() ? readUpTo : null);
        }
    }

    private static boolean isIn(GameState state, byte[] game) {
        return state == null
                || state == GameTables.decode(RobotsTables.GAMES, game).getState();
    }
}
