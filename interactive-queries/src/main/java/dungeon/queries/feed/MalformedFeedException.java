package dungeon.queries.feed;

/** What a client asks for cannot be understood; the message is for the client. */
final class MalformedFeedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedFeedException(String message) {
        super(message);
    }
}
