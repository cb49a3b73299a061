package dungeon.queries.http;

import dungeon.platform.problem.ProblemCode;
import dungeon.platform.queries.http.AnswerFetcher;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.views.NotAvailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.streams.state.HostInfo;

/** Asks other instances. A request is passed on once only: the one that gets it answers itself or not at all. */
final class Forwarder implements AutoCloseable {
    private final AnswerFetcher fetcher;

    Forwarder(Duration connectTimeout) {
        fetcher = new AnswerFetcher(
                "forwarder",
                connectTimeout,
                List.of(Headers.SEQUENCE, Headers.STALE, Headers.INSTANCE, Headers.RETRY_AFTER));
    }

    /**
     * The other instance's answer; fails with {@link NotAvailableException} if there is none or it cannot answer.
     *
     * @param pathAndQuery what is asked
     * @param role in which role it shall answer
     */
    CompletableFuture<Reply> ask(HostInfo instance, String pathAndQuery, Role role, Duration timeout) {
        String url = "http://%s:%d%s".formatted(instance.host(), instance.port(), pathAndQuery);
        return fetcher.fetch(url, Map.of(Headers.FORWARDED, role.name()), timeout)
                .handle((reply, problem) -> {
                    if (problem != null) {
                        throw new NotAvailableException(
                                "The instance %s does not answer".formatted(name(instance)), problem);
                    }
                    if (isNotAvailable(reply)) {
                        throw new NotAvailableException("The instance %s cannot answer now".formatted(name(instance)));
                    }
                    return reply;
                });
    }

    static String name(HostInfo instance) {
        return instance.host() + ":" + instance.port();
    }

    @Override
    public void close() {
        fetcher.close();
    }

    /** What went wrong in a future, without the wrapping. */
    static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    private static boolean isNotAvailable(Reply reply) {
        if (reply.status() != ProblemCode.NOT_AVAILABLE.status()) {
            return false;
        }
        try {
            String code = Json.read(reply.body()).path("code").asText();
            return code.equals(ProblemCode.NOT_AVAILABLE.code());
        } catch (IOException e) {
            // Not ours: something between the instances answered.
            return true;
        }
    }
}
