package dungeon.queries.views;

import dungeon.app.Contexts;
import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.state.Table;
import dungeon.platform.streams.TableCodec;
import dungeon.platform.streams.TableKeys;
import dungeon.robots.RobotsContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The records of a table for all games, in the order of the games' ids, from a game on; null for all. */
    static KeyValueIterator<Bytes, byte[]> from(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, Table<Void, ?> table, String gameId) {
        Bytes from =
                gameId == null ? TableKeys.prefix(table.code()) : TableKeys.prefix(table.code(), IDS.prefix(gameId));
        return store.range(from, TableKeys.prefix((byte) (table.code() + 1)));
    }

    /** What stands in the keys of a game's records behind the code of the table. */
    static byte[] prefixOf(String gameId) {
        return IDS.prefix(gameId);
    }

    /** The game whose record has a key. */
    static String gameIdOf(Bytes key) {
        return IDS.idOf(key.get(), 1);
    }

    static <V extends SpecificRecord> V decode(Table<?, V> table, byte[] value) {
        return table.type().cast(CODECS.get(table).decode(value));
    }

    private static Map<Table<?, ?>, TableCodec<?>> codecs() {
        Map<Table<?, ?>, TableCodec<?>> codecs = new HashMap<>();
        RobotsContext.CONTEXT.tables().all().forEach(table -> codecs.put(table, new TableCodec<>(table)));
        return Map.copyOf(codecs);
    }
}
