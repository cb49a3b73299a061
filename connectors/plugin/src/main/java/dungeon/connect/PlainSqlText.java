package dungeon.connect;

/** Text as PostgreSQL takes it. */
final class PlainSqlText {
    private PlainSqlText() {}

    /** With the replacement character for each character zero; null stays null. */
    static String of(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }
}
