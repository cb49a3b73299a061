package dungeon.queries.views;

/** The stores of a game cannot be read here and now; a moment later they can, here or elsewhere. */
public final class NotAvailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAvailableException(String message) {
        super(message);
    }

    public NotAvailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
