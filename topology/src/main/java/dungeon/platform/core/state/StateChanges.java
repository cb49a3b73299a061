package dungeon.platform.core.state;

import dungeon.platform.core.timers.TimerId;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The state of one aggregate as an event changes it: records by their keys and timers, without a scan, a clock or a rule.
 *
 * <p>A fold can be repeated after a halt, over records of which some contain the event already and some do not. Each change is
 * therefore made from that record, the event and what never changes; {@link #change} skips it where it is made already.
 */
public interface StateChanges {
    /** A record; null if there is none, or if its table is not kept here. What was read is never changed. */
    <K, V extends SpecificRecord> V get(Table<K, V> table, K key);

    /** The record of a table with one for each aggregate; null if there is none. */
    default <V extends SpecificRecord> V get(Table<Void, V> table) {
        return get(table, null);
    }

    /** Puts a record, in place of the one with its key; nothing if its table is not kept here. It is not changed any more. */
    <K, V extends SpecificRecord> void put(Table<K, V> table, V value);

    /**
     * Changes a copy of a record and puts that; nothing if its table is not kept here. Each record is changed at most once by an event; a second change is taken for a
     * repetition.
     *
     * @throws IllegalStateException if there is no such record
     */
    <K, V extends SpecificRecord> void change(Table<K, V> table, K key, Consumer<V> change);

    /** Sets a timer, in place of the one for the same, if there is one. */
    void setTimer(TimerId id, long dueMs);

    void cancelTimer(TimerId id);

    /** Cancels all timers of the aggregate. */
    void cancelTimers();

    /** Closes the aggregate with its last event; its records, all but the progress, are deleted afterwards bit by bit. */
    void close();

    /**
     * Closes the aggregate as {@link #close()} does, and later deletes its progress as well, as if nothing had ever happened. For ids
     * that tell their time, so that none comes again after it.
     *
     * @param notBeforeMs until when the id has to be known as taken, in ms since 1970
     */
    void closeAndForget(long notBeforeMs);
}
