package dungeon.schemas.topics;

import dungeon.platform.envelope.Ids;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the aggregates of the lobby are called: the keys of its topics. */
public final class LobbySubjects {
    private static final String PLAYER_PREFIX = "player:";
    private static final String MAP_TYPE_PREFIX = "map-type:";
    private static final Pattern PLAYER_NAME = Pattern.compile("[A-Za-z0-9_-]{3,32}");

    private LobbySubjects() {}

    /** Whether a player can be called so: 3 to 32 letters, digits, _ and -, so that a name fits into addresses and tables. */
    public static boolean isPlayerName(String text) {
        return PLAYER_NAME.matcher(text).matches();
    }

    /** The subject of a player; names are unique without regard to case. */
    public static String ofPlayer(String playerName) {
        return PLAYER_PREFIX + playerName.toLowerCase(Locale.ROOT);
    }

    /** The player's id, which is a function of the name. */
    public static String playerId(String playerName) {
        return Ids.nameBased(ofPlayer(playerName));
    }

    /** The subject of a map type. */
    public static String ofMapType(String mapTypeId) {
        return MAP_TYPE_PREFIX + mapTypeId;
    }
}
