package dungeon.queries.http;

import dungeon.queries.views.NotAvailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances. A request is passed on once only: the one that gets it answers itself or not at all. */
final class Forwarder {
    private static final List<String> PASSED_BACK =
            List.of(Headers.SEQUENCE, Headers.STALE, Headers.INSTANCE, Headers.RETRY_AFTER);

    private final HttpClient http;

    Forwarder(Duration connectTimeout, Executor executor) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .executor(executor)
                .build();
    }

    /**
     * The other instance's answer; fails with {@link NotAvailableException} if there is none or it cannot answer.
     *
     * @param pathAndQuery what is asked
     * @param role in which role it shall answer
     */
    CompletableFuture<Reply> ask(HostInfo instance, String pathAndQuery, Role role, Duration timeout) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(instance.host(), instance.port(), pathAndQuery)))
                .timeout(timeout)
                .header(Headers.FORWARDED, role.name())
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                // The request's own time-out ends with the headers.
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(problem -> {
                    throw new NotAvailableException(
                            "The instance %s does not answer".formatted(name(instance)), problem);
                })
                .thenApply(response -> reply(instance, response));
    }

    static String name(HostInfo instance) {
        return instance.host() + ":" + instance.port();
    }

    private static Reply reply(HostInfo instance, HttpResponse<String> response) {
        if (isNotAvailable(response)) {
            throw new NotAvailableException("The instance %s cannot answer now".formatted(name(instance)));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : PASSED_BACK) {
            response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        String contentType = response.headers().firstValue("Content-Type").orElse(Json.CONTENT_TYPE);
        return new Reply(response.statusCode(), contentType, headers, response.body());
    }

    private static boolean isNotAvailable(HttpResponse<String> response) {
        if (response.statusCode() != ProblemCode.NOT_AVAILABLE.status()) {
            return false;
        }
        try {
            String code = Json.read(response.body()).path("code").asText();
            return code.equals(ProblemCode.NOT_AVAILABLE.name());
        } catch (IOException e) {
            // Not ours: something between the instances answered.
            return true;
        }
    }

    /** What went wrong in a future, without the wrapping. */
    static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }
}
