package dungeon.queries.views;

import dungeon.platform.streams.TableKeys;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Where in the log the events of an aggregate are: the offset of every hundredth, kept beside its records, and up to where the partition
 * was folded. So whoever wants the events from a number on begins near it, and not where the aggregate was created.
 */
final class EventPlaces {
    /**
     * Of so many events one has an entry. Whoever begins to read goes through so many events of the aggregate in vain at most, some
     * 30 kB; an entry takes 40 bytes.
     */
    static final int EVENTS_PER_ENTRY = 100;

    /** Codes of tables are smaller. */
    static final byte ENTRY_CODE = 110;

    static final byte FOLDED_CODE = 111;

    private static final Bytes FOLDED = TableKeys.prefix(FOLDED_CODE);

    /** In front of the first event there is nothing. */
    private static final long UNKNOWN = 0;

    private EventPlaces() {}

    /** Takes note of an event, if it is one of those that have an entry. */
    static void add(KeyValueStore<Bytes, byte[]> store, byte[] aggregate, long sequence, long offset) {
        if (sequence % EVENTS_PER_ENTRY == 1) {
            store.put(key(aggregate, sequence), bytes(offset));
        }
    }

    /** Takes note that all before a place in the log was folded. */
    static void folded(KeyValueStore<Bytes, byte[]> store, long offset) {
        store.put(FOLDED, bytes(offset));
    }

    /** The place in the log before which all was folded. */
    static long foldedTo(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        return offset(store.get(FOLDED));
    }

    /** A place in the log that is not behind an event, and not far before it; 0 if none is known. */
    static long before(ReadOnlyKeyValueStore<Bytes, byte[]> store, byte[] aggregate, long sequence) {
        try (KeyValueIterator<Bytes, byte[]> found =
                store.reverseRange(key(aggregate, 0), key(aggregate, Math.max(1, sequence)))) {
            if (!found.hasNext()) {
                return UNKNOWN;
            }
            KeyValue<Bytes, byte[]> entry = found.next();
            return offset(entry.value);
        }
    }

    private static Bytes key(byte[] aggregate, long sequence) {
        return Bytes.wrap(ByteBuffer.allocate(1 + aggregate.length + Long.BYTES)
                .put(ENTRY_CODE)
                .put(aggregate)
                .putLong(sequence)
                .array());
    }

    private static byte[] bytes(long offset) {
        return ByteBuffer.allocate(Long.BYTES).putLong(offset).array();
    }

    private static long offset(byte[] value) {
        return value == null ? UNKNOWN : ByteBuffer.wrap(value).getLong();
    }
}
