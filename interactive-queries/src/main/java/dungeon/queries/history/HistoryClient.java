package dungeon.queries.history;

import dungeon.platform.queries.http.AnswerFetcher;
import dungeon.platform.queries.http.Reply;
import dungeon.queries.views.NotAvailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks the history's service. */
public final class HistoryClient implements AutoCloseable {
    private static final Duration CONNECT_MAXIMUM = Duration.ofSeconds(1);

    /** Above what the history waits for a connection, and for each of the few queries of an answer. */
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(10);

    private final String url;
    private final AnswerFetcher fetcher;

    /**
     * A client of a service, which may come and go.
     *
     * @param url such as {@code http://127.0.0.1:8084}; empty if there is no history
     */
    public HistoryClient(String url) {
        this.url = url;
        this.fetcher = new AnswerFetcher("history-client", CONNECT_MAXIMUM, List.of("Retry-After"));
    }

    /** Whether there is a history at all. */
    public boolean isKept() {
        return !url.isEmpty();
    }

    /** The answer, whatever its status; fails with a {@link NotAvailableException} if there is none. */
    public CompletableFuture<Reply> ask(String pathAndQuery) {
        return fetcher.fetch(url + pathAndQuery, Map.of(), ANSWER_MAXIMUM).handle((reply, problem) -> {
            if (problem != null) {
                throw new NotAvailableException("The history does not answer, or is starting", problem);
            }
            return reply;
        });
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
