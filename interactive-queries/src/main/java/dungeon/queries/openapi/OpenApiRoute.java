package dungeon.queries.openapi;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.JsonAnswers;
import dungeon.platform.queries.http.Parameter;
import dungeon.platform.queries.http.Problem;
import dungeon.platform.queries.http.Route;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The description of all routes, made of the same table that registers them. */
public final class OpenApiRoute {
    private static final Pattern IN_BRACES = Pattern.compile("\\{(\\w+)}");

    private OpenApiRoute() {}

    /**
     * The route that gives it.
     *
     * @param path of the route
     * @param title of the document
     * @param text what holds for all routes, for people
     * @param headers headers of all answers, with what they say
     * @param others the routes that are described
     */
    public static Route route(String path, String title, String text, Map<String, String> headers, List<Route> others) {
        // Made when somebody asks, since it takes longer than the rest of the server's start.
        AtomicReference<String> document = new AtomicReference<>();
        return Route.of(
                path,
                "This description",
                null,
                ctx -> ctx.contentType(JsonAnswers.CONTENT_TYPE)
                        .result(document.updateAndGet(
                                known -> known != null ? known : document(title, text, headers, others))));
    }

    private static String document(String title, String text, Map<String, String> headers, List<Route> routes) {
        Description description = new Description();
        routes.forEach(route -> describe(description, headers, route));
        return description.json(title, text);
    }

    private static void describe(Description description, Map<String, String> headers, Route route) {
        Description.Get get = description.get(route.path(), route.summary());
        for (MatchResult match : IN_BRACES.matcher(route.path()).results().toList()) {
            get.id("path", match.group(1), "As in the other answers");
        }
        for (Parameter parameter : route.parameters()) {
            switch (parameter.kind()) {
                case ID -> get.id("query", parameter.name(), parameter.description());
                case NUMBER -> get.number(parameter.name(), parameter.description());
                case TIME -> get.time(parameter.name(), parameter.description());
                case NAME -> get.name(parameter.name(), parameter.names(), parameter.description());
            }
        }
        for (String contentType : route.contentTypes()) {
            if (route.answer() != null) {
                get.answers(contentType, route.answer());
            } else {
                get.answersText(contentType);
            }
        }
        route.headers().forEach(get::header);
        headers.forEach(get::header);
        Map<Integer, List<ProblemCode>> byStatus = route.problems().stream()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, codes) ->
                get.problem(status, codes.stream().map(ProblemCode::code).toList(), Problem.CONTENT_TYPE));
    }
}
