package dungeon.queries.robots;

import dungeon.queries.views.AggregateReader;
import dungeon.queries.views.StoreSource;
import dungeon.robots.state.RobotsTables;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import java.util.List;

/** Reads one robots' game from the stores. */
public final class GameReader extends AggregateReader {
    public GameReader(StoreSource.Partition stores, String gameId) {
        super(RobotsView.TABLES, stores, gameId);
    }

    @Override
    public String state() {
        Game game = game();
        return game == null ? null : game.getState().name();
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
}
