package dungeon.schemas.topics;

import dungeon.platform.envelope.Ids;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the aggregates of the lobby are called: the keys of its topics. */
public final class LobbySubjects {
    private static final String PLAYER_PREFIX = "player:";
    private static final String MAP_TYPE_PREFIX = "map-type:";
    private static final String POOL_PREFIX = "pool:";

    /** The pool of those who look for an opponent in tic-tac-toe. */
    public static final String TICTACTOE_POOL = POOL_PREFIX + "tictactoe";

    /** The games in which the lobby finds opponents. A subject that anybody could make up would stay for ever. */
    private static final Set<String> POOLS = Set.of(TICTACTOE_POOL);

    private static final Pattern PLAYER_NAME = Pattern.compile("[A-Za-z0-9_-]{3,32}");

    private static final String GUEST_PREFIX = "guest-";

    /** The time has 8 digits to the base of 36 from 1972 to 2059. */
    private static final Pattern GUEST_NAME = Pattern.compile("Guest-[A-Za-z0-9]{1,16}-([0-9a-z]{8})");

    private LobbySubjects() {}

    /** Whether a player can be called so: 3 to 32 letters, digits, _ and -, so that a name fits into addresses and tables. */
    public static boolean isPlayerName(String text) {
        return PLAYER_NAME.matcher(text).matches();
    }

    /** Whether a subject is that of a player, registered or not. */
    public static boolean isPlayer(String subject) {
        return subject.startsWith(PLAYER_PREFIX);
    }

    /** Whether a subject is the pool of a game that has one. */
    public static boolean isPool(String subject) {
        return POOLS.contains(subject);
    }

    /** The subject of a player; names are unique without regard to case. */
    public static String ofPlayer(String playerName) {
        return PLAYER_PREFIX + playerName.toLowerCase(Locale.ROOT);
    }

    /** Whether a name is kept for guests, however it ends. */
    public static boolean isGuestName(String playerName) {
        return playerName.toLowerCase(Locale.ROOT).startsWith(GUEST_PREFIX);
    }

    /**
     * A guest's name: it says when it was made, so that it never comes back after it was forgotten.
     *
     * @param word to tell guests of one moment apart, such as Mokuri
     * @param atMs in ms since 1970
     */
    public static String guestName(String word, long atMs) {
        return "Guest-%s-%s".formatted(word, Long.toString(atMs, Character.MAX_RADIX));
    }

    /**
     * When a guest's name was made.
     *
     * @return in ms since 1970; -1 if the name does not say
     */
    public static long guestTimeMs(String playerName) {
        Matcher parts = GUEST_NAME.matcher(playerName);
        return parts.matches() ? Long.parseLong(parts.group(1), Character.MAX_RADIX) : -1;
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
