package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.queries.history.HistoryClient;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.regex.Pattern;

/** Passes what begins with {@code /history/} on to the history's service, so that people and players see one origin. */
final class HistoryDoor {
    private static final String PATH = "/history/<rest>";

    /** Names without signs, and none that leads upwards: nothing else of the history's service is reached, whatever stands between. */
    private static final Pattern PLAIN = Pattern.compile("/history(/(?!\\.{1,2}(/|$))[\\w.~-]+)+");

    private final HistoryClient history;

    HistoryDoor(HistoryClient history) {
        this.history = history;
    }

    void register(JavalinConfig javalin) {
        javalin.routes.get(PATH, this::pass);
        javalin.routes.head(PATH, this::pass);
    }

    private void pass(Context ctx) {
        if (!history.isKept()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROUTE, "This installation keeps no history; its operator can add one");
        }
        String query = ctx.queryString();
        String path = ctx.req().getRequestURI();
        if (!PLAIN.matcher(path).matches()) {
            throw new ProblemException(ProblemCode.UNKNOWN_ROUTE, "There is no such path; see /history/openapi.json");
        }
        String pathAndQuery = query == null ? path : path + "?" + query;
        requireUri(pathAndQuery);
        ctx.future(() -> history.ask(pathAndQuery).thenAccept(reply -> reply.writeTo(ctx)));
    }

    /** The server takes signs in a query that no client may send. */
    private static void requireUri(String pathAndQuery) {
        try {
            URI.create(pathAndQuery);
        } catch (IllegalArgumentException e) {
            throw Parameters.malformed("The query is not as URIs want it: " + e.getMessage());
        }
    }
}
