package dungeon.queries.views;

import dungeon.app.Contexts;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.Table;
import dungeon.platform.streams.TableCodec;
import dungeon.platform.streams.TableKeys;
import dungeon.robots.RobotsContext;
import dungeon.robots.state.RobotsTables;
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

/** The tables of robots' games in the store of their views, for those who read. Used by several threads. */
final class GameTables {
    static final String STORE = ViewsTopology.storeOf(Contexts.ROBOTS);

    private static final AggregateIds IDS = RobotsContext.CONTEXT.ids();
    private static final Map<Table<?, ?>, TableCodec<?>> CODECS = codecs();

    private GameTables() {}

    /** A record, or null. */
    static <K, V extends SpecificRecord> V get(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Table<K, V> table, String gameId, K key) {
        return decode(table, store.get(TableKeys.key(table, IDS.prefix(gameId), key)));
    }

    /** The records of a game, in the order of their keys. */
    static <K, V extends SpecificRecord> List<V> all(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Table<K, V> table, String gameId) {
        List<V> values = new ArrayList<>();
        Bytes prefix = TableKeys.prefix(table.code(), IDS.prefix(gameId));
        try (KeyValueIterator<Bytes, byte[]> found = store.prefixScan(prefix, new BytesSerializer())) {
            found.forEachRemaining(entry -> values.add(decode(table, entry.value)));
        }
        return values;
    }

    /** All games, in the order of their ids, from one on; null for all. */
    static Ids from(ReadOnlyKeyValueStore<Bytes, byte[]> store, String gameId) {
        byte code = RobotsTables.GAMES.code();
        Bytes from = gameId == null ? TableKeys.prefix(code) : TableKeys.prefix(code, IDS.prefix(gameId));
        return Ids.of(store.range(from, TableKeys.prefix((byte) (code + 1))), key -> idOf(key.get(), 1));
    }

    /** What stands in the keys of a game's records behind the code of the table. */
    static byte[] prefixOf(String gameId) {
        return IDS.prefix(gameId);
    }

    /** The game whose bytes begin at an index. */
    static String idOf(byte[] bytes, int from) {
        return IDS.idOf(bytes, from);
    }

    /** How many bytes from an index on are a game's. */
    static int idBytes(byte[] bytes, int from) {
        return IDS.prefixBytes(bytes, from);
    }

    static <V extends SpecificRecord> V decode(Table<?, V> table, byte[] value) {
        return table.type().cast(CODECS.get(table).decode(value));
    }

    private static Map<Table<?, ?>, TableCodec<?>> codecs() {
        Map<Table<?, ?>, TableCodec<?>> codecs = new HashMap<>();
        RobotsContext.CONTEXT.tables().all().forEach(table -> codecs.put(table, new TableCodec<>(table)));
        return Map.copyOf(codecs);
    }

    /** Ids of games as they are found, one after the other. */
    static final class Ids implements AutoCloseable {
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
