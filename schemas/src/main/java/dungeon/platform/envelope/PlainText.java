package dungeon.platform.envelope;

/**
 * Text that looks on every terminal and page like what it is. What is not allowed is listed here and not asked of the Java that runs, because
 * rules must decide alike on all of them.
 */
public final class PlainText {
    /** First and last of each range, in rising order; marks of direction, invisible characters, ends of lines, tags, and no characters at all. */
    private static final int[] REFUSED = {
        0x0000, 0x001F,
        0x007F, 0x009F,
        0x00AD, 0x00AD,
        0x061C, 0x061C,
        0x180E, 0x180E,
        0x200B, 0x200B,
        0x200E, 0x200F,
        0x2028, 0x202E,
        0x2060, 0x206F,
        // Halves of a pair that has no other half; whole ones are one code point.
        0xD800, 0xDFFF,
        0xFEFF, 0xFEFF,
        0xFFF9, 0xFFFB,
        0xFFFE, 0xFFFF,
        0xE0000, 0xE007F,
    };

    private PlainText() {}

    /** What is wrong with a text, to be said after its name; null if nothing is. */
    public static String fault(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isRefused(codePoint)) {
                return "has the character U+%04X at %d; control characters, marks of direction, invisible characters and halves of characters are not allowed"
                        .formatted(codePoint, i);
            }
            i += Character.charCount(codePoint);
        }
        return null;
    }

    private static boolean isRefused(int codePoint) {
        for (int i = 0; i < REFUSED.length; i += 2) {
            if (codePoint <= REFUSED[i + 1]) {
                return codePoint >= REFUSED[i];
            }
        }
        return false;
    }
}
