package dungeon.queries.events;

import java.util.Map;

/** Is told of every event that the reader of an instance takes, by its one thread; must not wait. */
public interface EventTap<E> {
    /**
     * Reading begins, for the first time or anew after an interruption without a gap.
     *
     * @param offsets the next record of each partition
     */
    void begins(Map<Integer, Long> offsets);

    /**
     * An event was read.
     *
     * @param offset its place in the partition
     */
    void taken(E event, int partition, long offset);
}
