package dungeon.queries.views;

import dungeon.platform.core.state.Table;
import dungeon.platform.envelope.Progress;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads one game from the stores. Its progress is read first, and the fold writes it last: all that is read afterwards
 * contains at least the event {@link #sequence()}, and perhaps later ones.
 */
public final class GameReader {
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final String gameId;
    private final long sequence;

    public GameReader(StoreSource.Partition stores, String gameId) {
        this.store = stores.store();
        this.gameId = gameId;
        Progress progress = get(RobotsTables.ALL.progress(), null);
        this.sequence = progress == null ? 0 : progress.getSequence();
    }

    public String gameId() {
        return gameId;
    }

    /** The last event that all records contain; 0 if there is no such game. */
    public long sequence() {
        return sequence;
    }

    /** Whether the game is still here: one that leaves the views loses its progress first. */
    public boolean isHere() {
        return get(RobotsTables.ALL.progress(), null) != null;
    }

    /** Null if the game is leaving the views. */
    public Game game() {
        return get(RobotsTables.GAMES, null);
    }

    /** All tiles, by y, then x. */
    public List<MapTile> tiles() {
        return all(RobotsTables.TILES);
    }

    /** All mines, the depleted ones too, by y, then x. */
    public List<Mine> mines() {
        return all(RobotsTables.MINES);
    }

    /** All robots, the destroyed ones too, by id. */
    public List<Robot> robots() {
        return all(RobotsTables.ROBOTS);
    }

    /** A robot, or null. */
    public Robot robot(String robotId) {
        return get(RobotsTables.ROBOTS, robotId);
    }

    /** All participants, by id. */
    public List<Account> accounts() {
        return all(RobotsTables.ACCOUNTS);
    }

    /** A participant, or null. */
    public Account account(String playerId) {
        return get(RobotsTables.ACCOUNTS, playerId);
    }

    /** Where in the log the game's events can be read from a number on. */
    public EventPlace placeOf(long sequence) {
        // Before the progress: what is folded in between is then counted as the past, and not passed over.
        long foldedTo = EventPlaces.foldedTo(store);
        Progress progress = get(RobotsTables.ALL.progress(), null);
        if (progress == null) {
            throw new NotAvailableException("The game is leaving the views");
        }
        byte[] game = GameTables.prefixOf(gameId);
        return new EventPlace(
                EventPlaces.before(store, game, Math.min(sequence, progress.getSequence())),
                progress.getSequence(),
                foldedTo,
                progress.getClosed(),
                EventPlaces.pausesAfter(store, game, sequence));
    }

    private <K, V extends SpecificRecord> V get(Table<K, V> table, K key) {
        return GameTables.get(store, table, gameId, key);
    }

    private <K, V extends SpecificRecord> List<V> all(Table<K, V> table) {
        return GameTables.all(store, table, gameId);
    }
}
