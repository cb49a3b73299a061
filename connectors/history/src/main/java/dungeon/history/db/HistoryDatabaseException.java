package dungeon.history.db;

/** The history's database cannot be used; the message says why and what to do. */
public final class HistoryDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HistoryDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
