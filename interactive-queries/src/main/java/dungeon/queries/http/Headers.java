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

    /** Describes the headers of answers about one game. */
    static Route ofAGame(Route route) {
        return route.telling(SEQUENCE, "The game's last event that the answer includes")
                .telling(STALE, "Set if a standby answered: how many changes it is behind at most, or unknown");
    }
}
