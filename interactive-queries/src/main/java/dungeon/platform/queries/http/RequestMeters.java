package dungeon.platform.queries.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/**
 * Measures requests under the name and labels that Spring has for its own, so that one rule asks all services. A request is told by its
 * route, never by its path, which strangers choose.
 */
public final class RequestMeters {
    private static final String NO_ROUTE = "UNKNOWN";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry meters;

    private RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Measures all requests of a server that is being configured. */
    public static void of(JavalinConfig javalin, MeterRegistry meters) {
        RequestMeters requests = new RequestMeters(meters);
        javalin.requestLogger.http((ctx, elapsedMs) -> requests.answered(ctx, elapsedMs));
    }

    private void answered(Context ctx, float elapsedMs) {
        Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
        int status = ctx.statusCode();
        Timer.builder("http.server.requests")
                .description("Requests, by route")
                .tag("method", methodOf(ctx))
                .tag("uri", endpoint == null ? NO_ROUTE : endpoint.path)
                .tag("status", String.valueOf(status))
                .tag("outcome", outcomeOf(status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(Duration.ofNanos((long) (elapsedMs * 1_000_000)));
    }

    /** By the request itself: Javalin takes a header for it as well, in which strangers write what they like. */
    private static String methodOf(Context ctx) {
        String method = ctx.req().getMethod();
        return METHODS.contains(method) ? method : NO_ROUTE;
    }

    private static String outcomeOf(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            default -> "SERVER_ERROR";
        };
    }
}
