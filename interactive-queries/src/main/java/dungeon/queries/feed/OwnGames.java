package dungeon.queries.feed;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Knows in which games somebody takes part. */
public interface OwnGames {
    /**
     * Games of a player that are not over.
     *
     * @param gameIds their ids
     * @param complete whether there are no others
     */
    record Found(List<String> gameIds, boolean complete) {}

    /** Those of a player; fails if nobody can tell now. */
    CompletableFuture<Found> of(String playerId);
}
