package dungeon.platform.envelope;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids: how they must look, and how the system makes its own from the log. */
public final class Ids {
    private static final int LENGTH = 36;

    /** Bit n is set if '0' + n is a hexadecimal digit in lower case: 0 to 9 and, from 49 on, a to f. */
    private static final long HEX_DIGITS = 0x7E_0000_0000_03FFL;

    private Ids() {}

    /** Whether a text is a UUID in its canonical form: 36 characters, lower case. */
    public static boolean isCanonical(String text) {
        return text != null
                && text.length() == LENGTH
                && areHexDigits(text, 0, 8)
                && text.charAt(8) == '-'
                && areHexDigits(text, 9, 13)
                && text.charAt(13) == '-'
                && areHexDigits(text, 14, 18)
                && text.charAt(18) == '-'
                && areHexDigits(text, 19, 23)
                && text.charAt(23) == '-'
                && areHexDigits(text, 24, LENGTH);
    }

    private static boolean areHexDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Ids are looked at several times per command, and a table is faster than four comparisons per character. */
    private static boolean isHexDigit(char c) {
        int bit = c - '0';
        return bit >= 0 && bit < Long.SIZE && (HEX_DIGITS >>> bit & 1) != 0;
    }

    /** The id of the thing number n of an aggregate: UUIDv3 of {@code aggregateId:n}. */
    public static String numbered(String aggregateId, long n) {
        return nameBased(aggregateId + ":" + n);
    }

    /** The time in front of an id of {@link #timed}, in ms since 1970; -1 if the id is of another kind. */
    public static long timeMsOf(String id) {
        UUID uuid = UUID.fromString(id);
        return uuid.version() == 7 ? uuid.getMostSignificantBits() >>> 16 : -1;
    }

    /**
     * The id of a command that an event of another context leads to.
     *
     * @param topic of the event
     * @param number which of the commands that the event leads to, from 0
     */
    public static String relayed(String topic, String aggregateId, long sequence, int number) {
        return nameBased("%s:%s:%d:%d".formatted(topic, aggregateId, sequence, number));
    }

    /** UUIDv3 of a text: of a lobby subject, the playerId. */
    public static String nameBased(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * A UUID of version 7: the time in front, and a hash of a text where others have chance, so that the same event gives the same
     * id (RFC 9562, section 5.7).
     *
     * @param timeMs in ms since 1970
     * @param text what tells the id from others of the same moment
     */
    public static String timed(long timeMs, String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        long most = (timeMs << 16) | 0x7000L | (hash.getMostSignificantBits() >>> 48 & 0x0FFFL);
        long least = (hash.getLeastSignificantBits() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least).toString();
    }
}
