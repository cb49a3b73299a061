package dungeon.queries.views;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The partitions that this instance folds now, with all that was folded before. Kafka Streams lets active stores be read as soon as
 * their thread runs, also while they are thrown away and restored, which happens to one task of a running thread when a commit
 * cannot be finished.
 */
public final class ReadyPartitions {
    private final Map<Integer, ViewsProcessor<?>> folding = new ConcurrentHashMap<>();

    /** Kafka Streams makes a processor ready when the stores are restored. */
    void add(int partition, ViewsProcessor<?> processor) {
        folding.put(partition, processor);
    }

    /** And closes it before the stores can be thrown away or go elsewhere. */
    void remove(int partition, ViewsProcessor<?> processor) {
        folding.remove(partition, processor);
    }

    boolean contains(int partition) {
        return folding.containsKey(partition);
    }
}
