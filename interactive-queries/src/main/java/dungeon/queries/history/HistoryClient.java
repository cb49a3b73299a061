package dungeon.queries.history;

import dungeon.platform.queries.http.Reply;
import dungeon.queries.transport.ServiceClient;
import dungeon.queries.views.NotAvailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Asks the history's service. */
public final class HistoryClient implements AutoCloseable {
    private static final String NAME = "history";

    /** Above what the history waits for a connection, and for each of the few queries of an answer. */
    private static final Duration ANSWER_MAXIMUM = Duration.ofSeconds(10);

    /** What somebody waits who asks for a live game or room and mistypes its id. */
    private static final Duration LOOKUP_MAXIMUM = Duration.ofSeconds(2);

    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    private final ServiceClient service;
    /** With connections of their own, so that whoever reads slowly through the door does not hold up live answers. */
    private final ServiceClient lookups;

    /**
     * A client of a service, which may come and go.
     *
     * @param url such as {@code http://127.0.0.1:8084}; empty if there is no history
     */
    public HistoryClient(String url) {
        service = new ServiceClient(NAME, url, ANSWER_MAXIMUM);
        lookups = new ServiceClient(NAME, url, LOOKUP_MAXIMUM);
    }

    /** Whether there is a history at all. */
    public boolean isKept() {
        return service.isThere();
    }

    /** What passes requests on. */
    public ServiceClient service() {
        return service;
    }

    /** The answer, whatever its status; fails with a {@link NotAvailableException} if there is none. */
    public CompletableFuture<Reply> ask(String pathAndQuery) {
        return service.ask(pathAndQuery);
    }

    /**
     * Whether it has a game that has ended, or a room that is closed; fails with a {@link NotAvailableException} if it does not say so soon.
     *
     * @param path of the game or room in the history
     */
    public CompletableFuture<Boolean> has(String path) {
        // Behind the last event is nothing, which costs less than all that is known of it.
        String nothing = "%s/events?from=%d&limit=1".formatted(path, Long.MAX_VALUE);
        return lookups.ask(nothing).thenApply(reply -> {
            if (reply.status() != FOUND && reply.status() != NOT_FOUND) {
                throw new NotAvailableException("The history cannot say whether it has what is asked for");
            }
            return reply.status() == FOUND;
        });
    }

    @Override
    public void close() {
        service.close();
        lookups.close();
    }
}
