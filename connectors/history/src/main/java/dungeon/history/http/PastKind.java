package dungeon.history.http;

import dungeon.history.queries.EventsReader;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Route;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of what is over and can be asked about.
 *
 * @param idName what an id is called in paths, such as "gameId"
 * @param unknown what is said if there is no such one
 * @param missing the same for people, but for its id, such as "no game %s that has ended"
 */
record PastKind(String idName, ProblemCode unknown, String missing) {
    private static final String FROM = "from";

    /** What can be asked of one. */
    interface Question {
        /** The answer; empty if there is no such one, or it is not over. */
        Optional<?> answer(Context ctx);
    }

    /** A route about one, whose id is in the path. */
    Route about(String path, String summary, Class<?> answer, Question question) {
        return Route.of(
                        path,
                        summary,
                        answer,
                        ctx -> answer(
                                ctx,
                                question.answer(ctx)
                                        .orElseThrow(() -> new ProblemException(
                                                unknown,
                                                "The history has %s, or not yet"
                                                        .formatted(missing.formatted(id(ctx)))))))
                .failing(unknown, ProblemCode.NOT_AVAILABLE);
    }

    /**
     * A route with events, in pages.
     *
     * @param form makes an answer of a page
     */
    Route events(String path, String summary, Class<?> answer, Events events, Function<EventsReader.Page, ?> form) {
        return Paging.OF_EVENTS.on(about(
                        path,
                        summary,
                        answer,
                        ctx -> events.page(ctx, from(ctx), Paging.OF_EVENTS.limit(ctx))
                                .map(form))
                .with(Parameter.number(FROM, "The number of the first event that is wanted; 1 by default")));
    }

    /** Finds events. */
    interface Events {
        /** A page; empty if there is nothing of which it could be. */
        Optional<EventsReader.Page> page(Context ctx, long from, int limit);
    }

    /** The one that a request is about. */
    String id(Context ctx) {
        return Parameters.pathId(ctx, idName);
    }

    static void answer(Context ctx, Object answer) {
        ctx.contentType(JsonAnswers.CONTENT_TYPE).result(JsonAnswers.text(answer));
    }

    private static long from(Context ctx) {
        return Parameters.number(ctx, FROM, 1, 1, Long.MAX_VALUE);
    }
}
