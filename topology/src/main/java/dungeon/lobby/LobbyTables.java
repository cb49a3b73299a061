package dungeon.lobby;

import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.Tables;
import dungeon.schemas.state.LobbyMapType;
import dungeon.schemas.state.LobbyPlayer;
import dungeon.schemas.state.LobbyPool;
import dungeon.schemas.state.LobbyTotals;

/** What a subject of the lobby consists of. Maps are in events only: nobody who decides needs them. */
public final class LobbyTables {
    private static final Tables OF_A_SUBJECT = Tables.of("lobby");

    /** A registered player, and what is counted of them. */
    public static final Table<Void, LobbyPlayer> PLAYERS = OF_A_SUBJECT
            .one(1, "players", LobbyPlayer.class)
            .sequenced(LobbyPlayer::getSequence, LobbyPlayer::setSequence)
            .declare();

    /** A map type of the administrator's. */
    public static final Table<Void, LobbyMapType> MAP_TYPES = OF_A_SUBJECT
            .one(2, "map-types", LobbyMapType.class)
            .sequenced(LobbyMapType::getSequence, LobbyMapType::setSequence)
            .declare();

    /** What is counted over all players of a partition. */
    public static final Table<Void, LobbyTotals> TOTALS =
            OF_A_SUBJECT.one(3, "totals", LobbyTotals.class).ofPartition().declare();

    /** Who waits for an opponent in one game. */
    static final Table<Void, LobbyPool> POOLS = OF_A_SUBJECT
            .one(4, "pools", LobbyPool.class)
            .sequenced(LobbyPool::getSequence, LobbyPool::setSequence)
            .declare();

    /** All of them. */
    public static final Tables ALL = OF_A_SUBJECT.complete();

    private LobbyTables() {}
}
