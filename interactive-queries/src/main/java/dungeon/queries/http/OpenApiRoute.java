package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.queries.openapi.Description;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The description of all routes, made of the same table that registers them. */
final class OpenApiRoute {
    private static final String PATH = "/openapi.json";
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    private OpenApiRoute() {}

    static Route route(List<Route> others) {
        // Made when somebody asks, since it takes longer than the rest of the server's start.
        AtomicReference<String> document = new AtomicReference<>();
        return Route.of(
                PATH,
                "This description",
                null,
                ctx -> ctx.contentType(Json.CONTENT_TYPE)
                        .result(document.updateAndGet(known -> known != null ? known : document(others))));
    }

    private static String document(List<Route> routes) {
        Description description = new Description();
        routes.forEach(route -> describe(description, route));
        return description.json(
                "Microservice Dungeon: interactive queries",
                "What goes on in the games. Fields without a value are left out; times are in UTC; ids are UUIDs in lower case.");
    }

    private static void describe(Description description, Route route) {
        Description.Get get = description.get(route.path(), route.summary());
        for (MatchResult match : IN_BRACES.matcher(route.path()).results().toList()) {
            get.id("path", match.group(1), "As in the other answers");
        }
        for (Parameter parameter : route.parameters()) {
            switch (parameter.kind()) {
                case ID -> get.id("query", parameter.name(), parameter.description());
                case NUMBER -> get.number(parameter.name(), parameter.description());
                case NAME -> get.name(parameter.name(), parameter.names(), parameter.description());
            }
        }
        for (String contentType : route.contentTypes()) {
            if (route.answer() != null) {
                get.answers(contentType, route.answer());
            } else if (contentType.equals(EventsRoute.LINES) || contentType.equals(EventsRoute.STREAM)) {
                get.answersEvents(contentType);
            } else {
                get.answersText(contentType);
            }
        }
        if (route.problems().contains(ProblemCode.UNKNOWN_GAME)) {
            get.header(Headers.SEQUENCE, "The game's last event that the answer includes");
            get.header(Headers.STALE, "Set if a standby answered: how many changes it is behind at most, or unknown");
        }
        get.header(Headers.INSTANCE, "The instance that answered");
        Map<Integer, List<ProblemCode>> byStatus = route.problems().stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, codes) ->
                get.problem(status, codes.stream().map(ProblemCode::code).toList(), Problem.CONTENT_TYPE));
    }
}
