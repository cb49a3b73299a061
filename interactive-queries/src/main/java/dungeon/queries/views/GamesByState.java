package dungeon.queries.views;

import dungeon.platform.core.EventFolder;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GameStarted;
import dungeon.schemas.GameState;
import dungeon.schemas.state.Game;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** An index of the games by their state, beside the tables: the few that run are found among all that ever were. */
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
            Bytes key = key(state, game.getGameId());
            if (state == game.getState()) {
                store.put(key, PRESENT);
            } else {
                store.delete(key);
            }
        }
    }

    /** The games in a state, in the order of their ids, from one on; null for all. */
    static KeyValueIterator<Bytes, byte[]> from(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, GameState state, String gameId) {
        Bytes from = gameId == null ? prefix(state, END_OF_NAME) : key(state, gameId);
        return store.range(from, prefix(state, (byte) (END_OF_NAME + 1)));
    }

    /** The game whose entry has a key. */
    static String gameIdOf(GameState state, Bytes key) {
        return RobotsContext.CONTEXT
                .ids()
                .idOf(key.get(), prefix(state, END_OF_NAME).get().length);
    }

    private static Bytes key(GameState state, String gameId) {
        byte[] prefix = prefix(state, END_OF_NAME).get();
        byte[] id = RobotsContext.CONTEXT.ids().prefix(gameId);
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
