package dungeon.queries.views;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** What is to leave the views: named by any thread, and removed by the one that folds their partition. */
public final class DepartingAggregates {
    /** Whoever names them finds the others again later. */
    private static final int WAITING_MAXIMUM = 1_000;

    private final Map<Integer, Queue<String>> byPartition = new HashMap<>();

    /** Names an aggregate that is over; false if so many of its partition wait that it must be named again later. */
    public synchronized boolean add(int partition, String aggregateId) {
        Queue<String> waiting = byPartition.computeIfAbsent(partition, none -> new ArrayDeque<>());
        if (waiting.contains(aggregateId)) {
            return true;
        }
        return waiting.size() < WAITING_MAXIMUM && waiting.add(aggregateId);
    }

    /** The next one of a partition, which is not named any more; null if there is none. */
    synchronized String next(int partition) {
        Queue<String> waiting = byPartition.get(partition);
        return waiting == null ? null : waiting.poll();
    }

    /** The partition goes elsewhere, where all that is over is named anew. */
    synchronized void forget(int partition) {
        byPartition.remove(partition);
    }
}
