package dungeon.topology;

import dungeon.schemas.serde.StateSerde;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Where state is kept while an instance runs. In both cases the changelog on the broker is what lasts. */
public enum StoreFactory {
    /** In memory: a game's state is small, and an unclean stop under exactly-once throws local files away anyhow. */
    IN_MEMORY {
        @Override
        public <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> store(String name, Class<V> type) {
            return builder(Stores.inMemoryKeyValueStore(name), type);
        }
    },
    /** In RocksDB, for more games than memory holds. */
    ROCKS_DB {
        @Override
        public <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> store(String name, Class<V> type) {
            return builder(Stores.persistentKeyValueStore(name), type);
        }
    };

    /**
     * A store with binary keys, records as values, and a changelog. Writes are not cached: a cached write costs a look-up
     * more, and under exactly-once little is gained, because the cache is flushed with each commit.
     */
    public abstract <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> store(String name, Class<V> type);

    private static <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> builder(
            KeyValueBytesStoreSupplier supplier, Class<V> type) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), new StateSerde<>(type))
                .withCachingDisabled();
    }
}
