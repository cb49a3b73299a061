package dungeon.rules;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids: how they must look, and how the system makes its own from the log. */
public final class Ids {
    private static final int LENGTH = 36;

    private Ids() {}

    /** Whether a text is a UUID in its canonical form: 36 characters, lower case. */
    public static boolean isCanonical(String text) {
        if (text == null || text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    /** The id of the robot or voucher number n of a game: UUIDv3 of {@code gameId:n}. */
    public static String ofGame(String gameId, long n) {
        return nameBased(gameId + ":" + n);
    }

    /** The id of the next robot or voucher of a game. */
    static String next(World world) {
        return ofGame(world.gameId(), world.progress().getIds());
    }

    /** UUIDv3 of a text: of a lobby subject, the playerId. */
    public static String nameBased(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
