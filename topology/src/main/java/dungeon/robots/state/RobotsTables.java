package dungeon.robots.state;

import dungeon.platform.core.state.KeyCodec;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.Tables;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Counters;
import dungeon.schemas.state.Deposits;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;

/** What a robots' game consists of. The names are those of its state in metrics and documents. */
public final class RobotsTables {
    private static final Tables OF_A_GAME = Tables.of("robots");

    /** The map, tile by tile. */
    public static final Table<At, MapTile> TILES = OF_A_GAME
            .many(1, "tiles", MapTile.class, At.KEYS, tile -> new At(tile.getX(), tile.getY()))
            .copiedBy(Copies::of)
            .sequenced(MapTile::getSequence, MapTile::setSequence)
            .cached()
            .declare();

    /** The mines, the closed ones too, by place. */
    public static final Table<At, Mine> MINES = OF_A_GAME
            .many(2, "mines", Mine.class, At.KEYS, mine -> new At(mine.getX(), mine.getY()))
            .copiedBy(Copies::of)
            .sequenced(Mine::getSequence, Mine::setSequence)
            .cached()
            .declare();

    /** The robots, the destroyed ones too. */
    public static final Table<String, Robot> ROBOTS = OF_A_GAME
            .many(3, "robots", Robot.class, KeyCodec.UUIDS, Robot::getRobotId)
            .copiedBy(Copies::of)
            .sequenced(Robot::getSequence, Robot::setSequence)
            .declare();

    /** The bank accounts, one for each participant, with what is counted of the player. */
    public static final Table<String, Account> ACCOUNTS = OF_A_GAME
            .many(4, "accounts", Account.class, KeyCodec.UUIDS, Account::getPlayerId)
            .copiedBy(Copies::of)
            .sequenced(Account::getSequence, Account::setSequence)
            .cached()
            .declare();

    /** The seed. */
    public static final Table<Void, Secret> SECRETS =
            OF_A_GAME.one(5, "secrets", Secret.class).secret().declare();

    /** What changes rarely. */
    public static final Table<Void, Game> GAMES = OF_A_GAME
            .one(6, "games", Game.class)
            .sequenced(Game::getSequence, Game::setSequence)
            .resident()
            .declare();

    /** What is counted for the mines that appear later; only of a map type that has such. */
    public static final Table<Void, Deposits> DEPOSITS = OF_A_GAME
            .one(7, "deposits", Deposits.class)
            .sequenced(Deposits::getSequence, Deposits::setSequence)
            .writeSideOnly()
            .declare();

    /** How many draws of chance and ids were given out. */
    public static final Table<Void, Counters> COUNTERS = OF_A_GAME
            .one(8, "counters", Counters.class)
            .sequenced(Counters::getSequence, Counters::setSequence)
            .resident()
            .cached()
            .writeSideOnly()
            .declare();

    /** All of them. */
    public static final Tables ALL = OF_A_GAME.complete();

    private RobotsTables() {}
}
