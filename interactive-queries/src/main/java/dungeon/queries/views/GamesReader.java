package dungeon.queries.views;

import dungeon.schemas.GameState;
import dungeon.schemas.state.Game;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Lists the games of some partitions. */
public final class GamesReader {
    /**
     * A part of the games.
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
     * The next games of all partitions together. Of each partition no more is read than belongs to the page, and the id behind it.
     *
     * @param after only games with a greater id; null for all
     * @param limit how many at most
     * @param state only games in this state; null for all
     */
    public Page read(Collection<Integer> partitions, String after, int limit, GameState state) {
        List<Cursor> all = new ArrayList<>();
        try {
            PriorityQueue<Cursor> next = new PriorityQueue<>(Comparator.comparing(Cursor::gameId));
            for (int partition : partitions) {
                Cursor cursor = new Cursor(stores.active(partition), after, state);
                all.add(cursor);
                if (cursor.advance()) {
                    next.add(cursor);
                }
            }
            List<GameReader> games = new ArrayList<>();
            String readUpTo = null;
            while (!next.isEmpty() && games.size() < limit) {
                Cursor first = next.remove();
                readUpTo = first.gameId();
                GameReader game = new GameReader(first.source, readUpTo);
                // A game whose first event is just being folded in is not there yet, and one can just be changing.
                if (!readUpTo.equals(after) && game.sequence() > 0 && isIn(state, game.game())) {
                    games.add(game);
                }
                if (first.advance()) {
                    next.add(first);
                }
            }
            return new Page(games, next.isEmpty() ? null : readUpTo);
        } finally {
            all.forEach(Cursor::close);
        }
    }

    private static boolean isIn(GameState state, Game game) {
        return game != null && (state == null || state == game.getState());
    }

    /** Where the reading of a partition is. */
    private static final class Cursor {
        private final StoreSource.Partition source;
        private final GameTables.Ids found;
        private String gameId;

        Cursor(StoreSource.Partition source, String after, GameState state) {
            this.source = source;
            this.found = state == null
                    ? GameTables.from(source.store(), after)
                    : GamesByState.from(source.store(), state, after);
        }

        boolean advance() {
            gameId = found.next();
            return gameId != null;
        }

        String gameId() {
            return gameId;
        }

        void close() {
            found.close();
        }
    }
}
