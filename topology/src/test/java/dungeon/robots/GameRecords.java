package dungeon.robots;

import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Progress;
import dungeon.robots.state.At;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The records and timers of one game in memory, by the names of the game; what is not there is null. */
public record GameRecords(InMemoryState state) {

    public Game game() {
        return one(RobotsTables.GAMES);
    }

    public Progress progress() {
        return one(RobotsTables.ALL.progress());
    }

    public Counters counters() {
        return one(RobotsTables.COUNTERS);
    }

    public Secret secret() {
        return one(RobotsTables.SECRETS);
    }

    public Deposits deposits() {
        return one(RobotsTables.DEPOSITS);
    }

    public MapTile tile(int x, int y) {
        return state.load(RobotsTables.TILES, new At(x, y));
    }

    public Mine mine(int x, int y) {
        return state.load(RobotsTables.MINES, new At(x, y));
    }

    public Robot robot(String robotId) {
        return state.load(RobotsTables.ROBOTS, robotId);
    }

    public Account account(String playerId) {
        return state.load(RobotsTables.ACCOUNTS, playerId);
    }

    /** All robots, the destroyed ones too, by their ids. */
    public List<Robot> robots() {
        return state.all(RobotsTables.ROBOTS).stream()
                .sorted((a, b) -> a.getRobotId().compareTo(b.getRobotId()))
                .toList();
    }

    public List<Account> accounts() {
        return state.all(RobotsTables.ACCOUNTS);
    }

    /** The next one first. */
    public List<DueTimer> timers() {
        return state.timers().all();
    }

    /** Puts a record in place of the one with its key. */
    public <K, V extends SpecificRecord> void put(Table<K, V> table, V value) {
        state.put(table, value);
    }

    private <V extends SpecificRecord> V one(Table<Void, V> table) {
        return state.load(table, null);
    }

    @Override
    public String toString() {
        return state.toString();
    }
}
