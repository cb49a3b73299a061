package dungeon.queries.http;

import dungeon.platform.queries.http.Route;

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

    /**
     * Describes the headers of answers about one aggregate.
     *
     * @param name what it is called, such as "game"
     */
    static Route ofAnAggregate(Route route, String name) {
        return route.telling(SEQUENCE, "The %s's last event that the answer includes".formatted(name))
                .telling(STALE, "Set if a standby answered: how many changes it is behind at most, or unknown");
    }
}
