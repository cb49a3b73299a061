package dungeon.queries.views;

import dungeon.robots.state.RobotsTables;
import dungeon.schemas.GameState;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Lists the games of a partition. */
public final class GamesReader {
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
        try (KeyValueIterator<Bytes, byte[]> found = state == null
                ? GameTables.from(source.store(), RobotsTables.GAMES, after)
                : GamesByState.from(source.store(), state, after)) {
            while (found.hasNext() && games.size() < limit) {
                Bytes key = found.next().key;
                readUpTo = state == null ? GameTables.gameIdOf(key) : GamesByState.gameIdOf(state, key);
                GameReader game = new GameReader(source, readUpTo);
                // A game whose first event is just being folded in is not there yet, and one can just be changing.
                if (!readUpTo.equals(after)
                        && game.sequence() > 0
                        && (state == null || state == game.game().getState())) {
                    games.add(game);
                }
            }
            return new Page(games, found.hasNext() ? readUpTo : null);
        }
    }
}
