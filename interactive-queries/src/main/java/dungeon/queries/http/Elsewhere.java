package dungeon.queries.http;

import dungeon.platform.queries.http.ProblemException;
import dungeon.platform.queries.http.Reply;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;

/** Where aggregates are that have left the views. */
interface Elsewhere {
    /** There is no such place: what is not here is not to be had. */
    Elsewhere NOWHERE = new Elsewhere() {
        @Override
        public CompletableFuture<Reply> orMoved(Context ctx, CompletableFuture<Reply> answer) {
            return answer;
        }

        @Override
        public <T> CompletableFuture<T> orMovedIfUnknown(Context ctx, long from, CompletableFuture<T> answer) {
            return answer;
        }

        @Override
        public <T> CompletableFuture<T> orElsewhere(String id, String path, long from, ProblemException unknown) {
            return CompletableFuture.failedFuture(unknown);
        }
    };

    /**
     * An answer of this or another instance; fails with a {@link dungeon.queries.history.MovedGameException} if what was asked about has moved.
     *
     * @param ctx the request, which names it in its path
     */
    CompletableFuture<Reply> orMoved(Context ctx, CompletableFuture<Reply> answer);

    /**
     * The same for what fails as unknown if there is none.
     *
     * @param from the first event that is wanted, of events
     */
    <T> CompletableFuture<T> orMovedIfUnknown(Context ctx, long from, CompletableFuture<T> answer);

    /** A failure with the place of what was asked for under a path, or as unknown if there is none. */
    <T> CompletableFuture<T> orElsewhere(String id, String path, long from, ProblemException unknown);
}
