package dungeon.queries.views;

import dungeon.platform.core.state.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiFunction;

/**
 * Lists the aggregates of some partitions.
 *
 * @param <R> reads one of them
 */
public final class AggregatesReader<R extends AggregateReader> {
    /**
     * A part of them.
     *
     * @param found in the order of their ids
     * @param readUpTo the last one that was looked at; null if there are no more
     */
    public record Page<R>(List<R> found, String readUpTo) {}

    private final StoreSource stores;
    private final ViewTables tables;
    private final Table<Void, ?> root;
    private final ViewIndex<?> index;
    private final BiFunction<StoreSource.Partition, String, R> readers;

    /**
     * Lists what is in a view.
     *
     * @param root the table of which each has one record
     * @param index by which they are listed by their state
     * @param readers reads one
     */
    public AggregatesReader(
            StoreSource stores,
            ViewTables tables,
            Table<Void, ?> root,
            ViewIndex<?> index,
            BiFunction<StoreSource.Partition, String, R> readers) {
        this.stores = stores;
        this.tables = tables;
        this.root = root;
        this.index = index;
        this.readers = readers;
    }

    /**
     * The next ones of all partitions together. Of each partition no more is read than belongs to the page, and the id behind it.
     *
     * @param after only those with a greater id; null for all
     * @param limit how many at most
     * @param state only those in this state; null for all
     */
    public Page<R> read(Collection<Integer> partitions, String after, int limit, String state) {
        List<Cursor> all = new ArrayList<>();
        try {
            PriorityQueue<Cursor> next = new PriorityQueue<>(Comparator.comparing(Cursor::id));
            for (int partition : partitions) {
                Cursor cursor = new Cursor(stores.active(partition), after, state);
                all.add(cursor);
                if (cursor.advance()) {
                    next.add(cursor);
                }
            }
            List<R> found = new ArrayList<>();
            String readUpTo = null;
            while (!next.isEmpty() && found.size() < limit) {
                Cursor first = next.remove();
                readUpTo = first.id();
                R aggregate = readers.apply(first.source, readUpTo);
                // One whose first event is just being folded in is not there yet, and one can just be changing.
                if (!readUpTo.equals(after) && aggregate.sequence() > 0 && isIn(state, aggregate.state())) {
                    found.add(aggregate);
                }
                if (first.advance()) {
                    next.add(first);
                }
            }
            return new Page<>(found, next.isEmpty() ? null : readUpTo);
        } finally {
            all.forEach(Cursor::close);
        }
    }

    private static boolean isIn(String wanted, String state) {
        return state != null && (wanted == null || wanted.equals(state));
    }

    /** Where the reading of a partition is. */
    private final class Cursor {
        private final StoreSource.Partition source;
        private final ViewTables.Ids ids;
        private String id;

        Cursor(StoreSource.Partition source, String after, String state) {
            this.source = source;
            this.ids =
                    state == null ? tables.from(source.store(), root, after) : index.from(source.store(), state, after);
        }

        boolean advance() {
            id = ids.next();
            return id != null;
        }

        String id() {
            return id;
        }

        void close() {
            ids.close();
        }
    }
}
