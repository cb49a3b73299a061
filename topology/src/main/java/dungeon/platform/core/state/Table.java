package dungeon.platform.core.state;

import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/**
 * One kind of record of an aggregate. State stores, views, replay and audit are made from the same declarations. Immutable; made by
 * {@link Tables} only.
 *
 * @param <K> the type of its keys within an aggregate; Void, with null as the key, where an aggregate has one such record
 * @param <V> the type of its records
 */
public final class Table<K, V extends SpecificRecord> {
    private final int index;
    private final byte code;
    private final String name;
    private final Class<V> type;
    private final KeyCodec<K> keys;
    private final Function<V, K> keyOf;
    private final UnaryOperator<V> copy;
    private final ToLongFunction<V> sequence;
    private final ObjLongConsumer<V> setSequence;
    private final boolean one;
    private final boolean resident;
    private final boolean cached;
    private final boolean writeSideOnly;
    private final boolean secret;
    private final boolean ofPartition;

    Table(int index, Tables.Spec<K, V> spec) {
        this.index = index;
        this.code = spec.code;
        this.name = spec.name;
        this.type = spec.type;
        this.keys = spec.keys;
        this.keyOf = spec.keyOf;
        this.copy = spec.copy;
        this.sequence = spec.sequence;
        this.setSequence = spec.setSequence;
        this.one = spec.one;
        this.resident = spec.resident;
        this.cached = spec.cached;
        this.writeSideOnly = spec.writeSideOnly;
        this.secret = spec.secret;
        this.ofPartition = spec.ofPartition;
    }

    /** Its place among the tables of its context, from 0. */
    public int index() {
        return index;
    }

    /** The byte with which its keys begin; it never changes. */
    public byte code() {
        return code;
    }

    /** What it holds, in the plural; unique in its context. */
    public String name() {
        return name;
    }

    public Class<V> type() {
        return type;
    }

    public KeyCodec<K> keys() {
        return keys;
    }

    /** The key of a record. */
    public K keyOf(V value) {
        return keyOf.apply(value);
    }

    /** A copy that can be changed; nested lists and records are shared, so they are replaced, never changed. */
    public V copyOf(V value) {
        return copy.apply(value);
    }

    /** The last event that was folded into a record. */
    public long sequenceOf(V value) {
        return sequence.applyAsLong(value);
    }

    public void setSequence(V value, long last) {
        setSequence.accept(value, last);
    }

    /** Whether an aggregate has one such record. */
    public boolean isOne() {
        return one;
    }

    /** Whether the decoded record stays at hand between commands, because every command reads it. */
    public boolean isResident() {
        return resident;
    }

    /** Whether many commands of one commit change the same record, so that only the last change goes to the changelog. */
    public boolean isCached() {
        return cached;
    }

    /** Whether only who decides needs it. Views have no such table: reading it gives null there, and putting it does nothing. */
    public boolean isWriteSideOnly() {
        return writeSideOnly;
    }

    /** Whether no event tells it, so that a fold of the events lacks it. */
    public boolean isSecret() {
        return secret;
    }

    /**
     * Whether all aggregates of a partition share the one record, which counts over them. It is for decisions alone: a fold of one
     * aggregate's events does not know of the others.
     */
    public boolean isOfPartition() {
        return ofPartition;
    }

    @Override
    public String toString() {
        return name;
    }
}
