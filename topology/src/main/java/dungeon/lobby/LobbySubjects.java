package dungeon.lobby;

import java.util.Locale;

/** What the aggregates of the lobby are called: the keys of its topics. */
public final class LobbySubjects {
    private static final String PLAYER_PREFIX = "player:";
    private static final String MAP_TYPE_PREFIX = "map-type:";

    private LobbySubjects() {}

    /** The subject of a player; names are unique without regard to case. */
    public static String ofPlayer(String playerName) {
        return PLAYER_PREFIX + playerName.toLowerCase(Locale.ROOT);
    }

    /** The subject of a map type. */
    public static String ofMapType(String mapTypeId) {
        return MAP_TYPE_PREFIX + mapTypeId;
    }
}
