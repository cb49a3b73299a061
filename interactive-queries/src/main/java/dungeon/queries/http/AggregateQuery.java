package dungeon.queries.http;

import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.queries.views.AggregateReader;
import io.javalin.http.Context;

/**
 * A question about one aggregate, such as a game.
 *
 * @param id its id
 * @param atLeast the event that the answer must include; 0 for any
 * @param pathAndQuery the question, as another instance understands it
 * @param forwardedAs the role in which another instance wants this one to answer; null if a client asks
 * @param exact whether all of the answer has to contain the same events, which a copy that follows cannot promise
 * @param handler the question, as this instance answers it
 * @param <R> reads it
 */
record AggregateQuery<R extends AggregateReader>(
        String id, long atLeast, String pathAndQuery, Role forwardedAs, boolean exact, QueryHandler<R> handler) {

    /** The question of a request, asked of other instances under a path. */
    static <R extends AggregateReader> AggregateQuery<R> of(
            Context ctx, AggregateKind<R> kind, String path, boolean exact, QueryHandler<R> handler) {
        String query = ctx.queryString();
        return new AggregateQuery<>(
                Parameters.pathId(ctx, kind.idName()),
                Parameters.number(ctx, Parameter.AT_LEAST, 0, 0, Long.MAX_VALUE),
                query == null ? path : path + "?" + query,
                Role.of(ctx),
                exact,
                handler);
    }
}
