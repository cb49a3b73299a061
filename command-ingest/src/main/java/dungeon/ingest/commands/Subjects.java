package dungeon.ingest.commands;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The keys of the lobby's topics. */
public final class Subjects {
    private Subjects() {}

    /** What a player's commands to the lobby are about. */
    public static String ofPlayer(String playerName) {
        return "player:" + playerName.toLowerCase(Locale.ROOT);
    }

    /** What a map type's commands to the lobby are about. */
    public static String ofMapType(String mapTypeId) {
        return "map-type:" + mapTypeId;
    }

    /** The player's id, which is a function of the name. */
    public static String playerId(String playerName) {
        return UUID.nameUUIDFromBytes(ofPlayer(playerName).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
