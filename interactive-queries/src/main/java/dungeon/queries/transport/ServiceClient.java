package dungeon.queries.transport;

import dungeon.platform.queries.http.AnswerFetcher;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.views.NotAvailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks another service of the installation, which may come and go. */
public final class ServiceClient implements AutoCloseable {
    private static final Duration CONNECT_MAXIMUM = Duration.ofSeconds(1);

    private final String name;
    private final String url;
    private final Duration answerMaximum;
    private final AnswerFetcher fetcher;

    /**
     * A client with connections of its own.
     *
     * @param name of the service, as it is called in sentences
     * @param url such as {@code http://127.0.0.1:8084}; empty if there is no such service
     * @param answerMaximum how long it may take to answer
     */
    public ServiceClient(String name, String url, Duration answerMaximum) {
        this.name = name;
        this.url = url;
        this.answerMaximum = answerMaximum;
        this.fetcher = new AnswerFetcher(name + "-client", CONNECT_MAXIMUM, List.of("Retry-After"));
    }

    /** Whether there is such a service at all. */
    public boolean isThere() {
        return !url.isEmpty();
    }

    public String name() {
        return name;
    }

    /** The answer, whatever its status; fails with a {@link NotAvailableException} if there is none. */
    public CompletableFuture<Reply> ask(String pathAndQuery) {
        return fetcher.fetch(url + pathAndQuery, Map.of(), answerMaximum).handle((reply, problem) -> {
            if (problem != null) {
                throw new NotAvailableException("The %s does not answer, or is starting".formatted(name), problem);
            }
            return reply;
        });
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
