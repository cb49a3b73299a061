package dungeon.history.local;

/** What the sink says when it stops, in words that say what to do. */
final class SinkProblem {
    private static final String NO_CONNECTION = "Unable to determine Dialect without JDBC metadata";
    private static final String COLUMN_MISSING = "Cannot ALTER table";
    private static final String DISK_FULL = "No space left on device";
    private static final String UNREADABLE = "connect.errors.DataException";
    private static final String ROW_DIFFERS = "what happened never changes";

    private SinkProblem() {}

    /**
     * Explains the sink's own words.
     *
     * @param reason the innermost cause of its failure
     */
    static String explain(String reason) {
        if (reason.contains(NO_CONNECTION)) {
            return "Its database could not be reached a moment ago (%s)".formatted(reason);
        }
        if (reason.contains(DISK_FULL)) {
            return "The disk of its database is full; make room on it. Nothing is lost meanwhile, because the log keeps everything";
        }
        if (reason.contains(UNREADABLE)) {
            return "A record of the log cannot be read, so the topology did not write it; the connector stops before it, and leaves nothing out unseen (%s)"
                    .formatted(reason);
        }
        if (reason.contains(COLUMN_MISSING)) {
            return "A table is not as the migrations made it; somebody has changed it, and has to put it back (%s)"
                    .formatted(reason);
        }
        if (reason.contains(ROW_DIFFERS)) {
            return "The database has other events than the log; it belonged to another installation, or was changed. Give the connector an empty one (%s)"
                    .formatted(reason);
        }
        return reason;
    }
}
