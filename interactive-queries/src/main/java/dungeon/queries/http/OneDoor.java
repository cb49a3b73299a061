package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.Parameters;
import dungeon.platform.queries.http.ProblemException;
import dungeon.queries.transport.ServiceClient;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Passes what begins with a service's name on to it, such as {@code /history/}, so that people and players see one origin. */
final class OneDoor {
    /** A name without signs that leads nowhere else. */
    private static final Pattern PLAIN = Pattern.compile("[\\w~-][\\w.~-]*");

    private final ServiceClient service;

    OneDoor(ServiceClient service) {
        this.service = service;
    }

    void register(JavalinConfig javalin) {
        String path = "/%s/<rest>".formatted(service.name());
        javalin.routes.get(path, this::pass);
        javalin.routes.head(path, this::pass);
    }

    private void pass(Context ctx) {
        if (!service.isThere()) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROUTE,
                    "This installation has no %s; its operator can add it".formatted(service.name()));
        }
        String query = ctx.queryString();
        String path = ctx.req().getRequestURI();
        if (!isPlain(path)) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_ROUTE, "There is no such path; see /%s/openapi.json".formatted(service.name()));
        }
        String pathAndQuery = query == null ? path : path + "?" + query;
        requireUri(pathAndQuery);
        ctx.future(() -> service.ask(pathAndQuery).thenAccept(reply -> reply.writeTo(ctx)));
    }

    /** So nothing else of the service is reached, whatever stands between. */
    private static boolean isPlain(String path) {
        return Arrays.stream(path.substring(1).split("/", -1))
                .allMatch(name -> PLAIN.matcher(name).matches());
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
