package dungeon.robots.evolve;

import dungeon.platform.core.state.InMemoryState;
import dungeon.platform.core.state.StateBackend;
import dungeon.platform.core.state.Table;
import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.robots.state.RobotsTables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** State that keeps what each of its records was after each event, as stores that survive a halt at different points. */
final class StateOfVersions implements StateBackend {
    private final InMemoryState newest;
    /** What puts a record back as it was, by its table and key and by the event that changed it. */
    private final Map<List<Object>, TreeMap<Integer, Consumer<InMemoryState>>> versionsByRecord = new LinkedHashMap<>();

    private int folded;

    StateOfVersions(String gameId) {
        newest = new InMemoryState(RobotsTables.ALL, gameId);
    }

    /** Says that one more event was folded. */
    void nextVersion() {
        folded++;
    }

    /** State in which each record is as it was after some number of events, but no fewer than some. */
    InMemoryState mixed(int atLeast, Random random) {
        InMemoryState mixed = new InMemoryState(RobotsTables.ALL, newest.aggregateId());
        for (TreeMap<Integer, Consumer<InMemoryState>> versions : versionsByRecord.values()) {
            int events = atLeast + random.nextInt(folded - atLeast + 1);
            // Version n was put by the event with the index n, so after n events it is not there yet.
            Map.Entry<Integer, Consumer<InMemoryState>> version = versions.lowerEntry(events);
            if (version != null) {
                version.getValue().accept(mixed);
            }
        }
        return mixed;
    }

    @Override
    public void select(String aggregateId) {
        newest.select(aggregateId);
    }

    @Override
    public boolean keeps(Table<?, ?> table) {
        return true;
    }

    @Override
    public <K, V extends SpecificRecord> V load(Table<K, V> table, K key) {
        return newest.load(table, key);
    }

    @Override
    public <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value) {
        if (table.isSecret()) {
            throw new IllegalStateException("No event gives a secret away");
        }
        versionsByRecord
                .computeIfAbsent(Arrays.asList(table, key), any -> new TreeMap<>())
                .put(folded, state -> state.store(table, key, value));
        newest.store(table, key, value);
    }

    @Override
    public <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action) {
        throw new IllegalStateException("A fold goes through no table");
    }

    @Override
    public AggregateTimers timers() {
        return newest.timers();
    }

    @Override
    public void add(DueTimer timer) {
        newest.add(timer);
    }

    @Override
    public void remove(DueTimer timer) {
        newest.remove(timer);
    }

    @Override
    public boolean deleteBatch(int most) {
        throw new IllegalStateException("A fold deletes nothing");
    }

    @Override
    public void forget() {
        throw new IllegalStateException("A fold forgets nothing");
    }
}
