package dungeon.queries.views;

import dungeon.queries.positions.ReadPositions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Waits until views contain what was in the log when they were asked. Whoever was told by a service that something exists looks for
 * it a moment later, and must not hear that it does not.
 */
public final class CatchUp {
    private final Supplier<CompletableFuture<Map<Integer, Long>>> ends;
    private final ReadPositions positions;

    /**
     * Prepares to wait.
     *
     * @param ends tells where the log ends now, by partition
     * @param positions how far the views are
     */
    public CatchUp(Supplier<CompletableFuture<Map<Integer, Long>>> ends, ReadPositions positions) {
        this.ends = ends;
        this.positions = positions;
    }

    /**
     * Completes when a partition's views contain all that was in it at this call; fails with a {@link NotAvailableException} if they
     * do not get there in time, or nobody tells where the log ends.
     */
    public CompletableFuture<Void> upToNow(int partition, Duration timeout) {
        return ends.get()
                .thenCompose(now -> positions.whenReached(partition, now.get(partition), timeout))
                .handle(CatchUp::outcome);
    }

    /** The same for all partitions. */
    public CompletableFuture<Void> upToNow(Duration timeout) {
        return ends.get()
                .thenCompose(now -> CompletableFuture.allOf(now.entrySet().stream()
                        .map(end -> positions.whenReached(end.getKey(), end.getValue(), timeout))
                        .toArray(CompletableFuture[]::new)))
                .handle(CatchUp::outcome);
    }

    private static Void outcome(Void reached, Throwable problem) {
        if (problem == null) {
            return null;
        }
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        throw new NotAvailableException(
                cause instanceof TimeoutException
                        ? "It is not in the views, and they are behind the log; ask again in a moment"
                        : "It is not in the views, and the brokers do not tell whether there is more in the log",
                cause);
    }
}
