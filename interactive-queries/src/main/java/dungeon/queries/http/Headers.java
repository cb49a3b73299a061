package dungeon.queries.http;

/** The headers of our own. */
final class Headers {
    /** The game's last event that the answer includes. */
    static final String SEQUENCE = "Dungeon-Sequence";

    /** Set if a standby answered: how many changes it is behind, or {@code unknown}. */
    static final String STALE = "Dungeon-Stale";

    /** The instance that answered, as host:port. */
    static final String INSTANCE = "Dungeon-Instance";

    /** Marks a request that another instance passed on: in which role this one shall answer. It is not passed on again. */
    static final String FORWARDED = "Dungeon-Forwarded";

    static final String RETRY_AFTER = "Retry-After";

    private Headers() {}
}
