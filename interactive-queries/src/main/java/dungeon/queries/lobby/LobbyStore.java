package dungeon.queries.lobby;

import dungeon.queries.views.NotAvailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Records under texts, and how far the log was read to get them, in one RocksDB: both are written at once, so that a restart goes on
 * exactly where the records end. It has no write-ahead log of its own, since what a halt loses is read again. One thread writes, any
 * number read.
 */
final class LobbyStore implements AutoCloseable {
    /** Holds the busiest records; the others are on disk. */
    private static final long CACHE_BYTES = 8L * 1024 * 1024;
    /** Two of them at most, and so many changes are read again after a halt. */
    private static final long WRITE_BUFFER_BYTES = 4L * 1024 * 1024;
    /** Each is a file handle and some kB for its index. */
    private static final int OPEN_FILES_MAXIMUM = 64;

    private static final int BLOOM_BITS_PER_KEY = 10;
    private static final String ORIGIN_KEY = "origin";
    private static final String POSITION_PREFIX = "position ";

    private final List<AutoCloseable> parts = new ArrayList<>();
    private final WriteOptions writeOptions;
    private final RocksDB db;
    /** Whoever reads holds it open: RocksDB ends the process where a closed one is read. */
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private boolean closed;

    private LobbyStore(Path folder) throws RocksDBException {
        LRUCache cache = own(new LRUCache(CACHE_BYTES));
        BloomFilter filter = own(new BloomFilter(BLOOM_BITS_PER_KEY));
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setFilterPolicy(filter);
        Options options = own(new Options())
                .setCreateIfMissing(true)
                .setTableFormatConfig(table)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(2)
                .setMaxOpenFiles(OPEN_FILES_MAXIMUM)
                .setKeepLogFileNum(1);
        writeOptions = own(new WriteOptions()).setDisableWAL(true);
        db = RocksDB.open(options, folder.toString());
    }

    /**
     * Opens the records of a folder, or begins anew if they are of something else.
     *
     * @param origin what the records are made from, and how
     * @throws IllegalStateException if the folder cannot be used, such as when another process does
     */
    static LobbyStore open(Path folder, String origin) {
        RocksDB.loadLibrary();
        LobbyStore store = opened(folder);
        if (!store.text(ORIGIN_KEY).map(origin::equals).orElse(false)) {
            store.close();
            delete(folder);
            store = opened(folder);
            store.write(Map.of(ORIGIN_KEY, Optional.of(origin.getBytes(StandardCharsets.UTF_8))), Map.of());
        }
        return store;
    }

    /** A record, or null. */
    byte[] get(String key) {
        return whileOpen(() -> db.get(bytes(key)));
    }

    /** The first records whose keys begin with a prefix and come after another key, in the order of the keys. */
    List<byte[]> list(String prefix, String after, int limit) {
        byte[] prefixBytes = bytes(prefix);
        return whileOpen(() -> {
            List<byte[]> found = new ArrayList<>();
            try (RocksIterator records = db.newIterator()) {
                records.seek(bytes(after));
                if (records.isValid() && Arrays.equals(records.key(), bytes(after))) {
                    records.next();
                }
                while (found.size() < limit && records.isValid() && startsWith(records.key(), prefixBytes)) {
                    found.add(records.value());
                    records.next();
                }
                records.status();
                return found;
            }
        });
    }

    /**
     * Writes some changes together.
     *
     * @param records by key; empty for one that goes
     * @param positions the offset after the last record of each partition of the log that the changes come from
     */
    void write(Map<String, Optional<byte[]>> records, Map<Integer, Long> positions) {
        whileOpen(() -> {
            try (WriteBatch batch = new WriteBatch()) {
                for (Map.Entry<String, Optional<byte[]>> change : records.entrySet()) {
                    if (change.getValue().isPresent()) {
                        batch.put(bytes(change.getKey()), change.getValue().get());
                    } else {
                        batch.delete(bytes(change.getKey()));
                    }
                }
                for (Map.Entry<Integer, Long> position : positions.entrySet()) {
                    batch.put(bytes(POSITION_PREFIX + position.getKey()), number(position.getValue()));
                }
                db.write(writeOptions, batch);
                return null;
            }
        });
    }

    /** How far some partitions of the log were read; those of which nothing was are left out. */
    Map<Integer, Long> positions(Iterable<Integer> partitions) {
        Map<Integer, Long> positions = new HashMap<>();
        for (int partition : partitions) {
            byte[] position = get(POSITION_PREFIX + partition);
            if (position != null) {
                positions.put(partition, ByteBuffer.wrap(position).getLong());
            }
        }
        return positions;
    }

    /** Writes to disk what is only in memory. */
    @Override
    public void close() {
        opening.writeLock().lock();
        try {
            closed = true;
            db.close();
        } finally {
            opening.writeLock().unlock();
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            try {
                parts.get(i).close();
            } catch (Exception e) {
                throw new IllegalStateException("Cannot close a part of RocksDB", e);
            }
        }
    }

    private interface Access<T> {
        T run() throws RocksDBException;
    }

    private <T> T whileOpen(Access<T> access) {
        opening.readLock().lock();
        try {
            if (closed) {
                throw new NotAvailableException("This instance is stopping");
            }
            return access.run();
        } catch (RocksDBException e) {
            throw new IllegalStateException("The records of the lobby cannot be read or written", e);
        } finally {
            opening.readLock().unlock();
        }
    }

    private <T extends AutoCloseable> T own(T part) {
        parts.add(part);
        return part;
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(get(key)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static LobbyStore opened(Path folder) {
        try {
            Files.createDirectories(folder);
            return new LobbyStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder, e);
        } catch (RocksDBException e) {
            throw new IllegalStateException(
                    "The records in %s cannot be opened; give each instance a state.dir of its own, or delete the folder: %s"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete what is in " + folder, e);
        }
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
