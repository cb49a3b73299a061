package dungeon.queries.feed;

/** Whoever wants to know who follows what. */
public interface Audience {
    /** For what nobody wants to know it of. */
    Audience UNNOTICED = (id, token) -> () -> {};

    /**
     * Somebody follows something over a connection. Must not wait.
     *
     * @param id what is followed
     * @param token whose, as the client has shown it; it may be anything
     * @return is run when the connection is gone
     */
    Runnable enter(String id, String token);
}
