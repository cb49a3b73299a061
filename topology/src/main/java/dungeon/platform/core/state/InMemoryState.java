package dungeon.platform.core.state;

import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.envelope.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** The state of one aggregate in maps: for replays, audits, simulations and tests. */
public final class InMemoryState implements StateBackend, StateReader {
    private final Tables tables;
    private final String aggregateId;
    private final List<Map<Object, SpecificRecord>> recordsByTable = new ArrayList<>();
    private final AggregateTimers timers = new AggregateTimers();
    private long changesByOthers;

    public InMemoryState(Tables tables, String aggregateId) {
        this.tables = tables;
        this.aggregateId = aggregateId;
        tables.all().forEach(table -> recordsByTable.add(new HashMap<>()));
    }

    @Override
    public String aggregateId() {
        return aggregateId;
    }

    /** How far the aggregate is; null if nothing ever happened to it. */
    public Progress progress() {
        return load(tables.progress(), null);
    }

    @Override
    public boolean exists() {
        return isTaken() && !progress().getClosed();
    }

    @Override
    public boolean isTaken() {
        return progress() != null;
    }

    @Override
    public <K, V extends SpecificRecord> V get(Table<K, V> table, K key) {
        return load(table, key);
    }

    @Override
    public <K, V extends SpecificRecord> void forEach(Table<K, V> table, Consumer<V> action) {
        scan(table, action);
    }

    /** All records of a table, in no particular order. */
    public <K, V extends SpecificRecord> List<V> all(Table<K, V> table) {
        List<V> all = new ArrayList<>();
        scan(table, all::add);
        return all;
    }

    /** Puts a record in place of the one with its key. */
    public <K, V extends SpecificRecord> void put(Table<K, V> table, V value) {
        store(table, table.keyOf(value), value);
        changesByOthers++;
    }

    @Override
    public long changesByOthers() {
        return changesByOthers;
    }

    @Override
    public void select(String id) {
        if (!id.equals(aggregateId)) {
            throw new IllegalArgumentException("This is the state of %s, and not of %s".formatted(aggregateId, id));
        }
    }

    @Override
    public boolean keeps(Table<?, ?> table) {
        return true;
    }

    @Override
    public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
        return table.type().cast(recordsByTable.get(table.index()).get(key));
    }

    @Override
    public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
        recordsByTable.get(table.index()).put(key, value);
    }

    @Override
    public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
        recordsByTable
                .get(table.index())
                .values()
                .forEach(value -> action.accept(table.type().cast(value)));
    }

    @Override
    public AggregateTimers timers() {
        return timers;
    }

    @Override
    public void add(DueTimer timer) {
        timers.add(timer);
    }

    @Override
    public void remove(DueTimer timer) {
        timers.remove(timer);
    }

    @Override
    public boolean deleteBatch(int most) {
        changesByOthers++;
        int left = most;
        for (Table<?, ?> table : tables.all()) {
            Map<Object, SpecificRecord> records = recordsByTable.get(table.index());
            if (table != tables.progress() && !table.isOfPartition()) {
                List<Object> keys = records.keySet().stream().limit(left).toList();
                keys.forEach(records::remove);
                left -= keys.size();
            }
        }
        return left == 0;
    }

    @Override
    public void forget() {
        changesByOthers++;
        recordsByTable.get(tables.progress().index()).clear();
    }

    /** Whether the two are equal in what a fold of the events gives: all but what no event tells. */
    public boolean sameAs(InMemoryState other) {
        return aggregateId.equals(other.aggregateId)
                && timers.equals(other.timers)
                && tables.all().stream()
                        .allMatch(table -> table.isSecret()
                                || recordsByTable.get(table.index()).equals(other.recordsByTable.get(table.index())));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InMemoryState that && sameAs(that);
    }

    @Override
    public int hashCode() {
        return aggregateId.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(aggregateId);
        tables.all().forEach(table -> {
            Map<Object, SpecificRecord> records = recordsByTable.get(table.index());
            text.append(", ").append(table).append(": ").append(records.size() == 1 ? records : records.size());
        });
        return text.append(", timers: ").append(timers).toString();
    }
}
