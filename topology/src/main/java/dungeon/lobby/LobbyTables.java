package dungeon.lobby;

import dungeon.platform.core.state.Table;
import dungeon.platform.core.state.Tables;
import dungeon.schemas.state.Player;
import dungeon.schemas.state.StoredMapType;

/** What a subject of the lobby consists of. */
public final class LobbyTables {
    private static final Tables OF_A_SUBJECT = Tables.of("lobby");

    /** A registered player. */
    public static final Table<Void, Player> PLAYERS = OF_A_SUBJECT
            .one(1, "players", Player.class)
            .sequenced(Player::getSequence, Player::setSequence)
            .declare();

    /** A stored map type. */
    public static final Table<Void, StoredMapType> MAP_TYPES = OF_A_SUBJECT
            .one(2, "map-types", StoredMapType.class)
            .sequenced(StoredMapType::getSequence, StoredMapType::setSequence)
            .declare();

    /** All of them. */
    public static final Tables ALL = OF_A_SUBJECT.complete();

    private LobbyTables() {}
}
