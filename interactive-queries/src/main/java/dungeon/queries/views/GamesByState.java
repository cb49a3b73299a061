package dungeon.queries.views;

import dungeon.platform.core.EventFolder;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.state.Game;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * An index of the games by their state, beside the tables: the few that run are found among all that ever were. Of an ended game there
 * is an entry; those that are not over are together in one record for each state, of 16 bytes a game: a player has one at a time, and the
 * lobby bounds all of them by their tiles. With an entry of each, RocksDB would go through
 * what is left of the entries of all games that ended, because what is deleted stays until files are merged.
 */
final class GamesByState implements ViewIndex<Event> {
    /** Above those of {@link EventPlaces}. */
    static final byte CODE = 112;

    /** No other event changes the state of a game. */
    private static final Set<Class<?>> CHANGES = Set.of(GameCreated.class, GameStarted.class, GameEnded.class);

    private static final byte[] PRESENT = {1};
    /** Before all that names consist of, so that none is taken for the beginning of another. */
    private static final byte END_OF_NAME = 0;

    @Override
    public void update(Event event, EventFolder<Event> folder, KeyValueStore<Bytes, byte[]> store) {
        if (!CHANGES.contains(event.getPayload().getClass())) {
            return;
        }
        Game game = folder.get(RobotsTables.GAMES);
        for (GameState state : GameState.values()) {
            if (state != GameState.ENDED) {
                updateTogether(state, game, store);
            } else if (game.getState() == state) {
                store.put(key(state, game.getGameId()), PRESENT);
            }
        }
    }

    @Override
    public void remove(String gameId, KeyValueStore<Bytes, byte[]> store) {
        store.delete(key(GameState.ENDED, gameId));
    }

    private static void updateTogether(GameState state, Game game, KeyValueStore<Bytes, byte[]> store) {
        Bytes key = prefix(state, END_OF_NAME);
        Set<String> ids = new TreeSet<>(together(store, key));
        boolean changed = game.getState() == state ? ids.add(game.getGameId()) : ids.remove(game.getGameId());
        if (changed) {
            store.put(key, encoded(ids));
        }
    }

    /** The games in a state, in the order of their ids, from one on; null for all. */
    static GameTables.Ids from(ReadOnlyKeyValueStore<Bytes, byte[]> store, GameState state, String gameId) {
        Bytes all = prefix(state, END_OF_NAME);
        if (state == GameState.ENDED) {
            Bytes from = gameId == null ? all : key(state, gameId);
            return GameTables.Ids.of(
                    store.range(from, prefix(state, (byte) (END_OF_NAME + 1))),
                    key -> GameTables.idOf(key.get(), all.get().length));
        }
        return GameTables.Ids.of(together(store, all).stream()
                .filter(id -> gameId == null || id.compareTo(gameId) >= 0)
                .iterator());
    }

    private static List<String> together(ReadOnlyKeyValueStore<Bytes, byte[]> store, Bytes key) {
        byte[] encoded = store.get(key);
        List<String> ids = new ArrayList<>();
        for (int at = 0; encoded != null && at < encoded.length; at += GameTables.idBytes(encoded, at)) {
            ids.add(GameTables.idOf(encoded, at));
        }
        return ids;
    }

    private static byte[] encoded(Set<String> ids) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        ids.forEach(id -> encoded.writeBytes(GameTables.prefixOf(id)));
        return encoded.toByteArray();
    }

    private static Bytes key(GameState state, String gameId) {
        byte[] prefix = prefix(state, END_OF_NAME).get();
        byte[] id = GameTables.prefixOf(gameId);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + id.length)
                .put(prefix)
                .put(id)
                .array());
    }

    private static Bytes prefix(GameState state, byte end) {
        byte[] name = state.name().getBytes(StandardCharsets.US_ASCII);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 2)
                .put(CODE)
                .put(name)
                .put(end)
                .array());
    }
}
