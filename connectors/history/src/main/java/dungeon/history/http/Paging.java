package dungeon.history.http;

import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;

/**
 * How many rows a page has.
 *
 * @param standard if the request does not say
 * @param maximum so that an answer stays below some hundred kilobytes
 */
record Paging(int standard, int maximum) {
    private static final String LIMIT = "limit";
    private static final int ROWS_MAXIMUM = 200;

    /** An event has some 300 bytes, but for a map. */
    private static final int EVENTS_MAXIMUM = 1_000;

    static final Paging OF_ROWS = new Paging(50, ROWS_MAXIMUM);
    static final Paging OF_EVENTS = new Paging(200, EVENTS_MAXIMUM);

    Route on(Route route) {
        return route.with(
                Parameter.number(LIMIT, "How many at most, 1 to %d; %d by default".formatted(maximum, standard)));
    }

    int limit(Context ctx) {
        return (int) Parameters.number(ctx, LIMIT, standard, 1, maximum);
    }
}
