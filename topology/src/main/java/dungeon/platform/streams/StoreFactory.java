package dungeon.platform.streams;

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
     * A store for the tables of a context, with a changelog.
     *
     * @param cached whether of the values of a key between two commits only the last one is written to the changelog; a cached
     *     write costs a look-up more, and where keys seldom come twice in a commit nothing is gained
     */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name, boolean cached) {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> builder =
                Stores.keyValueStoreBuilder(supplier(name), Serdes.Bytes(), Serdes.ByteArray());
        return cached ? builder.withCachingEnabled() : builder.withCachingDisabled();
    }

    abstract KeyValueBytesStoreSupplier supplier(String name);
}
