package dungeon.robots.state;

import dungeon.platform.core.state.StateReader;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.util.ArrayList;
import java.util.List;

/** One game, as decisions read it. Reading what is not there gives null. */
public final class RobotsState {
    private final StateReader reader;

    public RobotsState(StateReader reader) {
        this.reader = reader;
    }

    public String gameId() {
        return reader.aggregateId();
    }

    public Game game() {
        return reader.get(RobotsTables.GAMES);
    }

    public Secret secret() {
        return reader.get(RobotsTables.SECRETS);
    }

    public Counters counters() {
        return reader.get(RobotsTables.COUNTERS);
    }

    /** Null where the map type has no discoveries. */
    public Deposits deposits() {
        return reader.get(RobotsTables.DEPOSITS);
    }

    public MapTile tile(int x, int y) {
        return reader.get(RobotsTables.TILES, new At(x, y));
    }

    /** A tile of the map; null outside of it. */
    public MapTile tile(Tile at) {
        Game game = game();
        boolean inside =
                at.getX() >= 0 && at.getY() >= 0 && at.getX() < game.getWidth() && at.getY() < game.getHeight();
        return inside ? tile(at.getX(), at.getY()) : null;
    }

    public Mine mine(Tile at) {
        return reader.get(RobotsTables.MINES, new At(at.getX(), at.getY()));
    }

    public Robot robot(String robotId) {
        return reader.get(RobotsTables.ROBOTS, robotId);
    }

    public Account account(String playerId) {
        return reader.get(RobotsTables.ACCOUNTS, playerId);
    }

    /** All participants, in no particular order. */
    public List<Account> accounts() {
        List<Account> all = new ArrayList<>();
        reader.forEach(RobotsTables.ACCOUNTS, all::add);
        return all;
    }
}
