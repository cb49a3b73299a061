package dungeon.platform.streams;

import dungeon.platform.core.state.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One table in a physical store that it shares with others. */
final class TableStore<K, V extends SpecificRecord> {
    /** Of so many aggregates a resident table has the records at hand, some kB each; those not used for longest are read anew. */
    private static final int AT_HAND_MAXIMUM = 1_000;

    private final Table<K, V> table;
    private final KeyValueStore<Bytes, byte[]> store;
    private final TableCodec<V> codec;
    private final Sensor reads;
    private final Sensor writes;
    /** By aggregate; null for a table that is not resident. */
    private final Map<String, V> atHand;

    private TableStore(Table<K, V> table, KeyValueStore<Bytes, byte[]> store, TableMeters meters) {
        this.table = table;
        this.store = store;
        this.codec = new TableCodec<>(table);
        this.reads = meters.reads(table.name());
        this.writes = meters.writes(table.name());
        this.atHand = table.isResident() ? new RecentlyUsed<>() : null;
    }

    static <K, V extends SpecificRecord> TableStore<K, V> of(
            Table<K, V> table, KeyValueStore<Bytes, byte[]> store, TableMeters meters) {
        return new TableStore<>(table, store, meters);
    }

    boolean isOfAggregate() {
        return !table.isOfPartition();
    }

    V get(String aggregateId, byte[] aggregate, K key) {
        if (atHand == null) {
            return read(aggregate, key);
        }
        V known = atHand.get(aggregateId);
        if (known == null) {
            known = read(aggregate, key);
            if (known != null) {
                atHand.put(aggregateId, known);
            }
        }
        return known;
    }

    void put(String aggregateId, byte[] aggregate, K key, V value) {
        store.put(TableKeys.key(table, aggregate, key), codec.encode(value));
        writes.record();
        if (atHand != null) {
            atHand.put(aggregateId, value);
        }
    }

    void scan(byte[] aggregate, Consumer<V> action) {
        try (KeyValueIterator<Bytes, byte[]> found = scan(aggregate)) {
            found.forEachRemaining(entry -> {
                reads.record();
                action.accept(codec.decode(entry.value));
            });
        }
    }

    /** Deletes some records of an aggregate, and says how many. */
    int delete(String aggregateId, byte[] aggregate, int most) {
        forget(aggregateId);
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = scan(aggregate)) {
            while (keys.size() < most && found.hasNext()) {
                keys.add(found.next().key);
            }
        }
        keys.forEach(key -> {
            store.delete(key);
            writes.record();
        });
        return keys.size();
    }

    /** Has nothing of an aggregate at hand any more. */
    void forget(String aggregateId) {
        if (atHand != null) {
            atHand.remove(aggregateId);
        }
    }

    private V read(byte[] aggregate, K key) {
        reads.record();
        return codec.decode(store.get(TableKeys.key(table, aggregate, key)));
    }

    private KeyValueIterator<Bytes, byte[]> scan(byte[] aggregate) {
        return store.prefixScan(TableKeys.prefix(table.code(), aggregate), new BytesSerializer());
    }

    private static final class RecentlyUsed<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;

        RecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > AT_HAND_MAXIMUM;
        }
    }
}
