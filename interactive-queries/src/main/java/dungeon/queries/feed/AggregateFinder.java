package dungeon.queries.feed;

import dungeon.queries.events.FoundGame;
import java.util.concurrent.CompletableFuture;

/** Knows where the events of aggregates of a kind are. */
public interface AggregateFinder {
    /**
     * Where an aggregate's events are from a number on. Fails with a {@link dungeon.platform.queries.http.ProblemException} that it is unknown, a
     * {@link MovedException}, or a {@link dungeon.queries.views.NotAvailableException}.
     */
    CompletableFuture<FoundGame> find(String id, long from);
}
