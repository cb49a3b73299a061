package dungeon.queries.views;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Reads one game from the stores. Its progress is read first, and the fold writes it last: all that is read afterwards
 * contains at least the event {@link #sequence()}, and perhaps later ones.
 */
public final class GameReader {
    private final StoreSource.Partition stores;
    private final String gameId;
    private final long sequence;

    public GameReader(StoreSource.Partition stores, String gameId) {
        this.stores = stores;
        this.gameId = gameId;
        Progress progress = stores.<Progress>store(ViewsTopology.PROGRESS_STORE).get(StoreKeys.game(gameId));
        this.sequence = progress == null ? 0 : progress.getSequence();
    }

    public String gameId() {
        return gameId;
    }

    /** The last event that all records contain; 0 if there is no such game. */
    public long sequence() {
        return sequence;
    }

    public Game game() {
        return stores.<Game>store(ViewsTopology.GAMES_STORE).get(StoreKeys.game(gameId));
    }

    /** All tiles, by y, then x. */
    public List<MapTile> tiles() {
        return scan(ViewsTopology.TILES_STORE);
    }

    /** All mines, the depleted ones too, by y, then x. */
    public List<Mine> mines() {
        return scan(ViewsTopology.MINES_STORE);
    }

    /** All robots, the destroyed ones too, by id. */
    public List<Robot> robots() {
        return scan(ViewsTopology.ROBOTS_STORE);
    }

    /** A robot, or null. */
    public Robot robot(String robotId) {
        return stores.<Robot>store(ViewsTopology.ROBOTS_STORE).get(StoreKeys.member(gameId, robotId));
    }

    /** All participants, by id. */
    public List<Account> accounts() {
        return scan(ViewsTopology.ACCOUNTS_STORE);
    }

    /** A participant, or null. */
    public Account account(String playerId) {
        return stores.<Account>store(ViewsTopology.ACCOUNTS_STORE).get(StoreKeys.member(gameId, playerId));
    }

    private <V> List<V> scan(String store) {
        List<V> values = new ArrayList<>();
        try (KeyValueIterator<Bytes, V> found =
                stores.<V>store(store).prefixScan(StoreKeys.game(gameId), new BytesSerializer())) {
            found.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }
}
