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
        Bytes from = gameId == null ? prefix(state.ordinal()) : key(state, gameId);
        return store.range(from, prefix(state.ordinal() + 1));
    }

    /** The game whose entry has a key. */
    static String gameIdOf(Bytes key) {
        return RobotsContext.CONTEXT.ids().idOf(key.get(), 2);
    }

    private static Bytes key(GameState state, String gameId) {
        byte[] id = RobotsContext.CONTEXT.ids().prefix(gameId);
        return Bytes.wrap(ByteBuffer.allocate(2 + id.length)
                .put(CODE)
                .put((byte) state.ordinal())
                .put(id)
                .array());
    }

    private static Bytes prefix(int stateNumber) {
        return Bytes.wrap(new byte[] {CODE, (byte) stateNumber});
    }
}
