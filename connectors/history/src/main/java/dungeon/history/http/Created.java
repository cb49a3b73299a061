package dungeon.history.http;

import dungeon.history.queries.CreationRange;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;

/** What a list by time of creation is asked with. */
final class Created {
    static final String AFTER = "after";
    static final String AFTER_DESCRIPTION = "Where the page begins: the `next` of the page before";

    private static final String SINCE = "since";
    private static final String UNTIL = "until";

    private Created() {}

    /**
     * A list that can be asked with these.
     *
     * @param things such as "games"
     * @param created such as "created"
     */
    static Route on(Route list, String things, String created) {
        return Paging.OF_ROWS.on(
                list.with(Parameter.time(SINCE, "Only %s that were %s then or later".formatted(things, created)))
                        .with(Parameter.time(UNTIL, "Only %s that were %s before".formatted(things, created)))
                        .with(Parameter.id(AFTER, AFTER_DESCRIPTION)));
    }

    /** What a request asks for. */
    static CreationRange range(Context ctx) {
        return new CreationRange(
                Parameters.time(ctx, SINCE).orElse(null),
                Parameters.time(ctx, UNTIL).orElse(null),
                Parameters.queryId(ctx, AFTER).orElse(null),
                Paging.OF_ROWS.limit(ctx));
    }
}
