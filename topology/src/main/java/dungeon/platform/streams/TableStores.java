package dungeon.platform.streams;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.StateBackend;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * The tables of a context in the stores of one task. Made anew with the task: what is kept in Java besides follows the stores, because
 * an abort rolls back stores and not fields.
 */
public final class TableStores implements StateBackend {
    private final AggregateIds ids;
    private final TimerBackend timers;
    /** By the index of the table; null for one that is not kept. */
    private final List<TableStore<?, ?>> tables = new ArrayList<>();

    /** What all aggregates share has a key without any aggregate's bytes. */
    private static final byte[] PARTITION = {};

    private String aggregateId;
    private byte[] aggregate;

    private TableStores(BoundedContext<?, ?, ?> context, TimerBackend timers) {
        this.ids = context.ids();
        this.timers = timers;
    }

    /** All tables, and the timers. */
    static TableStores ofWriteSide(
            BoundedContext<?, ?, ?> context, ProcessorContext<?, ?> processorContext, TimerBackend timers) {
        TableStores stores = new TableStores(context, timers);
        TableMeters meters = new TableMeters(processorContext, context.name());
        for (Table<?, ?> table : context.tables().all()) {
            String store = StoreLayout.storeOf(context.name(), table);
            stores.tables.add(TableStore.of(table, processorContext.getStateStore(store), meters));
        }
        return stores;
    }

    /** The tables that a fold of the events gives, in one store. */
    public static TableStores ofViews(
            BoundedContext<?, ?, ?> context, ProcessorContext<?, ?> processorContext, String store) {
        TableStores stores = new TableStores(context, TimerBackend.NONE);
        TableMeters meters = new TableMeters(processorContext, context.name());
        for (Table<?, ?> table : context.tables().all()) {
            stores.tables.add(
                    table.isWriteSideOnly()
                            ? null
                            : TableStore.of(table, processorContext.getStateStore(store), meters));
        }
        return stores;
    }

    @Override
    public void select(String id) {
        aggregateId = id;
        aggregate = ids.prefix(id);
    }

    @Override
    public boolean keeps(Table<?, ?> table) {
        return tables.get(table.index()) != null;
    }

    @Override
    public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
        return storeOf(table).get(aggregateId, ownerOf(table), key);
    }

    @Override
    public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
        storeOf(table).put(aggregateId, ownerOf(table), key, value);
    }

    @Override
    public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
        storeOf(table).scan(aggregate, action);
    }

    @Override
    public AggregateTimers timers() {
        return timers.of(aggregateId);
    }

    @Override
    public void add(DueTimer timer) {
        timers.add(aggregateId, timer);
    }

    @Override
    public void remove(DueTimer timer) {
        timers.remove(aggregateId, timer);
    }

    @Override
    public boolean deleteBatch(int most) {
        int left = most;
        // The last table is the progress, which stays.
        for (TableStore<?, ?> table : tables.subList(0, tables.size() - 1)) {
            if (table.isOfAggregate()) {
                left -= table.delete(aggregateId, aggregate, left);
            }
        }
        tables.get(tables.size() - 1).forget(aggregateId);
        return left == 0;
    }

    @Override
    public void forget() {
        tables.get(tables.size() - 1).delete(aggregateId, aggregate, 1);
    }

    /** Deletes all records of the aggregate that are here, and says how many; first its progress, without which whoever reads sees no aggregate. */
    public int deleteAll() {
        int deleted = 0;
        for (int index = tables.size() - 1; index >= 0; index--) {
            TableStore<?, ?> table = tables.get(index);
            if (table != null && table.isOfAggregate()) {
                deleted += table.delete(aggregateId, aggregate, Integer.MAX_VALUE);
            }
        }
        return deleted;
    }

    private byte[] ownerOf(Table<?, ?> table) {
        return table.isOfPartition() ? PARTITION : aggregate;
    }

    /** A store has the types of its table, because they are made together and found by its index. */
    @SuppressWarnings("unchecked")
    private <K, V extends SpecificRecord> TableStore<K, V> storeOf(Table<K, V> table) {
        return (TableStore<K, V>) tables.get(table.index());
    }
}
