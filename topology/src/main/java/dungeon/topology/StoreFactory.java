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
        KeyValueBytesStoreSupplier supplier(String name) {
            return Stores.inMemoryKeyValueStore(name);
        }
    },
    /** In RocksDB, for more games than memory holds. */
    ROCKS_DB {
        @Override
        KeyValueBytesStoreSupplier supplier(String name) {
            return Stores.persistentKeyValueStore(name);
        }
    };

    /**
     * A store with binary keys, records as values, and a changelog. Writes are not cached: a cached write costs a look-up
     * more, and where keys seldom come twice in a commit nothing is gained.
     */
    public <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> store(String name, Class<V> type) {
        return builder(name, type).withCachingDisabled();
    }

    /**
     * The same for what many commands of one commit change: of the values of a key between two commits only the last one is
     * written to the changelog.
     */
    public <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> busyStore(String name, Class<V> type) {
        return builder(name, type).withCachingEnabled();
    }

    abstract KeyValueBytesStoreSupplier supplier(String name);

    private <V extends SpecificRecord> StoreBuilder<KeyValueStore<Bytes, V>> builder(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(supplier(name), Serdes.Bytes(), new StateSerde<>(type));
    }
}
