package dungeon.queries.feed;

import dungeon.queries.events.FoundGame;
import java.util.concurrent.CompletableFuture;

/** Knows where the events of games are. */
public interface GameFinder {
    /**
     * Where a game's events are from a number on. Fails with a {@link dungeon.platform.queries.http.ProblemException} of UNKNOWN_GAME, a
     * {@link MovedGameException}, or a {@link dungeon.queries.views.NotAvailableException}.
     */
    CompletableFuture<FoundGame> find(String gameId, long from);
}
