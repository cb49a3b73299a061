package dungeon.platform.core.state;

import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** The state of one aggregate as a decision sees it, what its own events have changed included. What was read is never changed. */
public interface StateReader {
    String aggregateId();

    /** Whether the aggregate is there: something happened to it, and it is not closed. */
    boolean exists();

    /** Whether the id is used up: the aggregate is there, or was. */
    boolean isTaken();

    /** A record; null if there is none. The key is null where an aggregate has one such record. */
    <K, V extends SpecificRecord> V get(Table<K, V> table, K key);

    /** The record of a table with one for each aggregate; null if there is none. */
    default <V extends SpecificRecord> V get(Table<Void, V> table) {
        return get(table, null);
    }

    /** Goes through a table in no particular order; for what an aggregate has few of. */
    <K, V extends SpecificRecord> void forEach(Table<K, V> table, Consumer<V> action);
}
