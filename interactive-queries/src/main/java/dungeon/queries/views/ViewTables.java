package dungeon.queries.views;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.Table;
import dungeon.platform.envelope.Progress;
import dungeon.platform.streams.TableCodec;
import dungeon.platform.streams.TableKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The tables of a context in the store of its views, for those who read. Used by several threads. */
public final class ViewTables {
    private final BoundedContext<?, ?, ?> context;
    private final AggregateIds ids;
    private final Map<Table<?, ?>, TableCodec<?>> codecs;

    public ViewTables(BoundedContext<?, ?, ?> context) {
        this.context = context;
        this.ids = context.ids();
        Map<Table<?, ?>, TableCodec<?>> all = new HashMap<>();
        context.tables().all().forEach(table -> all.put(table, new TableCodec<>(table)));
        this.codecs = Map.copyOf(all);
    }

    /** How far an aggregate is; null if it is not here, or is leaving. */
    Progress progress(ReadOnlyKeyValueStore<Bytes, byte[]> store, String aggregateId) {
        return get(store, context.tables().progress(), aggregateId, null);
    }

    /** A record, or null. */
    <K, V extends SpecificRecord> V get(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Table<K, V> table, String aggregateId, K key) {
        return decode(table, store.get(TableKeys.key(table, ids.prefix(aggregateId), key)));
    }

    /** The records of an aggregate, in the order of their keys. */
    <K, V extends SpecificRecord> List<V> all(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Table<K, V> table, String aggregateId) {
        List<V> values = new ArrayList<>();
        Bytes prefix = TableKeys.prefix(table.code(), ids.prefix(aggregateId));
        try (KeyValueIterator<Bytes, byte[]> found = store.prefixScan(prefix, new BytesSerializer())) {
            found.forEachRemaining(entry -> values.add(decode(table, entry.value)));
        }
        return values;
    }

    /**
     * All aggregates, in the order of their ids, from one on.
     *
     * @param table of which each has one record
     * @param aggregateId null for all
     */
    Ids from(ReadOnlyKeyValueStore<Bytes, byte[]> store, Table<Void, ?> table, String aggregateId) {
        byte code = table.code();
        Bytes from = aggregateId == null ? TableKeys.prefix(code) : TableKeys.prefix(code, ids.prefix(aggregateId));
        return Ids.of(store.range(from, TableKeys.prefix((byte) (code + 1))), key -> idOf(key.get(), 1));
    }

    /** What stands in the keys of an aggregate's records behind the code of the table. */
    byte[] prefixOf(String aggregateId) {
        return ids.prefix(aggregateId);
    }

    /** The aggregate whose bytes begin at an index. */
    String idOf(byte[] bytes, int from) {
        return ids.idOf(bytes, from);
    }

    <V extends SpecificRecord> V decode(Table<?, V> table, byte[] value) {
        return table.type().cast(codecs.get(table).decode(value));
    }

    /** Ids of aggregates as they are found, one after the other. */
    public static final class Ids implements AutoCloseable {
        private final Iterator<String> ids;
        private final Runnable onClose;

        private Ids(Iterator<String> ids, Runnable onClose) {
            this.ids = ids;
            this.onClose = onClose;
        }

        static Ids of(Iterator<String> ids) {
            return new Ids(ids, () -> {});
        }

        /** Those of the keys that are found in a store. */
        static Ids of(KeyValueIterator<Bytes, byte[]> found, Function<Bytes, String> idOfKey) {
            Iterator<String> ids = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return found.hasNext();
                }

                @Override
                public String next() {
                    return idOfKey.apply(found.next().key);
                }
            };
            return new Ids(ids, found::close);
        }

        /** The next one; null if there is none. */
        String next() {
            return ids.hasNext() ? ids.next() : null;
        }

        @Override
        public void close() {
            onClose.run();
        }
    }
}
