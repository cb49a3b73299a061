package dungeon.queries.positions;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** How far the partitions of a topic were folded into views, and those who wait for that. */
public final class ReadPositions {
    private final ConcurrentHashMap<Integer, Long> byPartition = new ConcurrentHashMap<>();
    private final SequenceSignals signals = new SequenceSignals();

    /**
     * All that stands before an offset is in the views now.
     *
     * @param position the offset; one before an earlier one, after what was folded was lost, counts too
     */
    public void set(int partition, long position) {
        byPartition.put(partition, position);
        signals.reached(nameOf(partition), position);
    }

    /** The partition is not folded here any more, or begins anew. */
    public void forget(int partition) {
        byPartition.remove(partition);
    }

    /** What was folded of a partition; -1 for one that is not folded here. */
    public long of(int partition) {
        return byPartition.getOrDefault(partition, -1L);
    }

    /**
     * Completes once a partition is in the views up to an offset; fails with a {@link java.util.concurrent.TimeoutException} if that
     * takes too long. What follows on it must run on another thread.
     */
    public CompletableFuture<Void> whenReached(int partition, long position, Duration timeout) {
        return signals.whenReached(nameOf(partition), position, () -> of(partition), timeout);
    }

    private static String nameOf(int partition) {
        return String.valueOf(partition);
    }
}
