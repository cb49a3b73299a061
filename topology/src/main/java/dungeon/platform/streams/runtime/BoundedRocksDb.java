package dungeon.platform.streams.runtime;

import dungeon.platform.process.MemoryBudget;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bound on the memory of all RocksDB stores of this process. By default each store has a block cache of 50 MB and up to
 * 48 MB of write buffers, outside the Java heap, and there is a store for each kind of record and partition.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** The setting with the bound in bytes; the first store that is opened decides for the whole process, and its container may have less. */
    public static final String MEMORY_BYTES = "rocksdb.memory.bytes";

    /** Of the bound, the part that changes may take before they are written to disk. */
    private static final double WRITE_BUFFER_SHARE = 0.5;

    /** Small, since the changes of a commit interval are few and there are many stores. */
    private static final long WRITE_BUFFER_BYTES = 2L * 1024 * 1024;

    private static Cache sharedCache;
    private static WriteBufferManager sharedWriteBuffers;
    private static long limitBytes;

    /**
     * What all stores of this process take together, all of it 0 as long as no store is open.
     *
     * @param limitBytes which blocks and write buffers share
     * @param usedBytes of it, taken now
     * @param pinnedBytes of that, what cannot be dropped, because somebody reads it or it is not written yet
     */
    public record Memory(long limitBytes, long usedBytes, long pinnedBytes) {}

    /** What the stores take now. */
    public static synchronized Memory memory() {
        return sharedCache == null
                ? new Memory(0, 0, 0)
                : new Memory(limitBytes, sharedCache.getUsage(), sharedCache.getPinnedUsage());
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        share(Long.parseLong(configs.get(MEMORY_BYTES).toString()));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(sharedCache);
        // Otherwise the indexes come on top of the bound.
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(sharedWriteBuffers);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        // RocksDB's own log says little, and there is one for each of many stores.
        options.setKeepLogFileNum(1);
    }

    /** The cache and the buffers belong to all stores, so none of them frees them. */
    @Override
    public void close(String storeName, Options options) {
        // Nothing that belongs to this store alone.
    }

    private static synchronized void share(long bytes) {
        if (sharedCache == null) {
            RocksDB.loadLibrary();
            limitBytes = MemoryBudget.ofThisProcess().storesBytes(bytes);
            sharedCache = new LRUCache(limitBytes);
            sharedWriteBuffers = new WriteBufferManager((long) (limitBytes * WRITE_BUFFER_SHARE), sharedCache);
        }
    }
}
