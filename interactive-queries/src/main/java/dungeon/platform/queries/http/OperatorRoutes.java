package dungeon.platform.queries.http;

import dungeon.platform.operator.Health;
import dungeon.platform.operator.OperatorPaths;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The routes for whoever runs this instance. */
public final class OperatorRoutes {
    private final Health health;
    private final PrometheusMeterRegistry metrics;

    public OperatorRoutes(Health health, PrometheusMeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    public List<Route> routes() {
        return List.of(
                Route.of(
                        OperatorPaths.LIVE,
                        "Whether the instance works; 503 if it must be started anew",
                        HealthResponse.class,
                        ctx -> answer(ctx, health.fatalProblems())),
                Route.of(
                        OperatorPaths.READY,
                        "Whether the instance can answer; 503 with the reasons if not",
                        HealthResponse.class,
                        ctx -> answer(ctx, health.problems())),
                Route.of(
                        OperatorPaths.STARTED,
                        "Whether the instance could answer once, with its stores restored; 503 with the reasons until then",
                        HealthResponse.class,
                        ctx -> answer(ctx, health.startProblems())),
                Route.of(OperatorPaths.METRICS, "Metrics in the form of Prometheus", null, this::metrics)
                        .giving("text/plain"));
    }

    private static void answer(Context ctx, List<String> problems) {
        ctx.status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(JsonAnswers.CONTENT_TYPE)
                .result(JsonAnswers.text(HealthResponse.of(problems)));
    }

    private void metrics(Context ctx) {
        ctx.contentType(OperatorPaths.PROMETHEUS).result(metrics.scrape());
    }
}
