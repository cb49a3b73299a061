package dungeon.platform.queries.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The routes for whoever runs this instance. */
public final class OperatorRoutes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Health health;
    private final PrometheusMeterRegistry metrics;

    public OperatorRoutes(Health health, PrometheusMeterRegistry metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    public List<Route> routes() {
        return List.of(
                Route.of(
                        "/health/live",
                        "Whether the instance works; 503 if it must be started anew",
                        HealthResponse.class,
                        ctx -> answer(ctx, health.fatalProblems())),
                Route.of(
                        "/health/ready",
                        "Whether the instance can answer; 503 with the reasons if not",
                        HealthResponse.class,
                        ctx -> answer(ctx, health.problems())),
                Route.of("/metrics", "Metrics in the form of Prometheus", null, this::metrics)
                        .giving("text/plain"));
    }

    private static void answer(Context ctx, List<String> problems) {
        ctx.status(problems.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(JsonAnswers.CONTENT_TYPE)
                .result(JsonAnswers.text(HealthResponse.of(problems)));
    }

    private void metrics(Context ctx) {
        ctx.contentType(PROMETHEUS).result(metrics.scrape());
    }
}
