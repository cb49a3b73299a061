package dungeon.platform.queries.http;

import dungeon.platform.problem.ProblemCode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A GET route: what registers it is also what describes it, so that the published description cannot drift.
 *
 * @param path its path; what is in braces is an id
 * @param summary what it gives, for people
 * @param answer the class of the answer; null for one without a fixed form
 * @param contentTypes the types of the answer
 * @param parameters its query parameters; others are refused
 * @param problems what can go wrong
 * @param headers headers of the answer that are its own, with what they say
 * @param handler answers
 */
public record Route(
        String path,
        String summary,
        Class<?> answer,
        List<String> contentTypes,
        List<Parameter> parameters,
        Set<ProblemCode> problems,
        Map<String, String> headers,
        Handler handler) {
    /** Any route can be asked what it does not understand, a parameter that it has not at the least. */
    private static final Set<ProblemCode> NOT_UNDERSTOOD = Set.of(ProblemCode.MALFORMED);

    public static Route of(String path, String summary, Class<?> answer, Handler handler) {
        return new Route(
                path, summary, answer, List.of(JsonAnswers.CONTENT_TYPE), List.of(), NOT_UNDERSTOOD, Map.of(), handler);
    }

    /** The route with one more parameter. */
    public Route with(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Route(path, summary, answer, contentTypes, more, problems, headers, handler);
    }

    /** The route with more problems. */
    public Route failing(ProblemCode... codes) {
        Set<ProblemCode> more = new TreeSet<>(problems);
        more.addAll(Arrays.asList(codes));
        return new Route(path, summary, answer, contentTypes, parameters, more, headers, handler);
    }

    /** The route with other types of the answer. */
    public Route giving(String... types) {
        return new Route(path, summary, answer, List.of(types), parameters, problems, headers, handler);
    }

    /** The route with one more header of its answer. */
    public Route telling(String header, String description) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, description);
        return new Route(path, summary, answer, contentTypes, parameters, problems, more, handler);
    }

    /** Answers a request, if its parameters are known. */
    public void handle(Context ctx) throws Exception {
        for (String name : ctx.queryParamMap().keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw Parameters.malformed("There is no parameter %s here; there are %s"
                        .formatted(
                                name, parameters.stream().map(Parameter::name).toList()));
            }
        }
        handler.handle(ctx);
    }
}
