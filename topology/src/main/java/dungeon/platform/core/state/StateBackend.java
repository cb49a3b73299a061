package dungeon.platform.core.state;

import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** Where the state of aggregates is: in state stores, in views, or in maps. A record that was stored is not changed any more. */
public interface StateBackend {
    /** Says which aggregate all calls are about until the next one of this. */
    void select(String aggregateId);

    /**
     * How often records of the aggregate that is selected were changed past the unit of work. As long as this stays the same, what was
     * read is still so when the next command comes; negative where others may change records at any time.
     */
    default long changesByOthers() {
        return -1;
    }

    /** Whether a table is kept here; what is not is neither read nor written. */
    boolean keeps(Table<?, ?> table);

    /** A record; null if there is none. */
    <K, V extends SpecificRecord> V load(Table<K, V> table, K key);

    <K, V extends SpecificRecord> void store(Table<K, V> table, K key, V value);

    /** Goes through the records of a table. */
    <K, V extends SpecificRecord> void scan(Table<K, V> table, Consumer<V> action);

    /** The timers as they are now. */
    AggregateTimers timers();

    void add(DueTimer timer);

    void remove(DueTimer timer);

    /**
     * Deletes records of an aggregate, all but its progress and what it shares with others.
     *
     * @return whether some may be left
     */
    boolean deleteBatch(int most);

    /** Deletes the progress of an aggregate of which nothing else is left. */
    void forget();
}
