package dungeon.queries.views;

import dungeon.platform.core.state.Table;
import dungeon.platform.envelope.Progress;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Reads one aggregate from the stores. Its progress is read first, and the fold writes it last: all that is read afterwards
 * contains at least the event {@link #sequence()}, and perhaps later ones.
 */
public abstract class AggregateReader {
    private final ViewTables tables;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final String id;
    private final long sequence;

    protected AggregateReader(ViewTables tables, StoreSource.Partition stores, String id) {
        this.tables = tables;
        this.store = stores.store();
        this.id = id;
        Progress progress = progress();
        this.sequence = progress == null ? 0 : progress.getSequence();
    }

    /** Its id. */
    public final String id() {
        return id;
    }

    /** The last event that all records contain; 0 if there is no such aggregate. */
    public final long sequence() {
        return sequence;
    }

    /** Whether it is still here: what leaves the views loses its progress first. */
    public final boolean isHere() {
        return progress() != null;
    }

    /** By which it is listed; null if it is leaving the views. */
    public abstract String state();

    /** Where in the log its events can be read from a number on. */
    public final EventPlace placeOf(long number) {
        // Before the progress: what is folded in between is then counted as the past, and not passed over.
        long foldedTo = EventPlaces.foldedTo(store);
        Progress progress = progress();
        if (progress == null) {
            throw new NotAvailableException("It is leaving the views");
        }
        byte[] aggregate = tables.prefixOf(id);
        return new EventPlace(
                EventPlaces.before(store, aggregate, Math.min(number, progress.getSequence())),
                progress.getSequence(),
                foldedTo,
                progress.getClosed(),
                EventPlaces.pausesAfter(store, aggregate, number));
    }

    /** How far it is now; null if it is not here. */
    protected final Progress progress() {
        return tables.progress(store, id);
    }

    protected final <K, V extends SpecificRecord> V get(Table<K, V> table, K key) {
        return tables.get(store, table, id, key);
    }

    protected final <K, V extends SpecificRecord> List<V> all(Table<K, V> table) {
        return tables.all(store, table, id);
    }
}
