package dungeon.queries.positions;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the fold of Kafka Streams is in each partition. Its consumer stands behind what it has handed over, which the tasks fold
 * later; and the records alone do not tell where it stands, since behind the last one is the mark of its transaction.
 */
public final class FoldedUpTo {
    private static final class Partition {
        /** What was handed over last; -1 for nothing. */
        private long handedOver = -1;
        /** What was folded last; -1 for nothing. */
        private long folded = -1;
        /** Where the consumer stands; -1 while that is not known. */
        private long position = -1;
    }

    private final Map<Integer, Partition> partitions = new HashMap<>();
    private final ReadPositions positions;

    /**
     * Begins with no partition.
     *
     * @param positions is told what was folded
     */
    public FoldedUpTo(ReadPositions positions) {
        this.positions = positions;
    }

    /** The consumer has given out records up to an offset, or none, and stands at another. */
    public synchronized void polled(int partition, long lastOffset, long position) {
        Partition state = partitions.computeIfAbsent(partition, none -> new Partition());
        state.handedOver = Math.max(state.handedOver, lastOffset);
        state.position = position;
        tell(partition, state);
    }

    /** A record was folded, or left out. */
    public synchronized void folded(int partition, long offset) {
        Partition state = partitions.computeIfAbsent(partition, none -> new Partition());
        state.folded = offset;
        tell(partition, state);
    }

    /** The partition goes elsewhere, or its fold begins anew at an earlier record. */
    public synchronized void forget(int partition) {
        partitions.remove(partition);
        positions.forget(partition);
    }

    private void tell(int partition, Partition state) {
        if (state.folded >= state.handedOver && state.position >= 0) {
            positions.set(partition, state.position);
        } else if (state.folded >= 0) {
            positions.set(partition, state.folded + 1);
        }
    }
}
