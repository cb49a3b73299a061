package dungeon.queries.views;

import dungeon.platform.streams.TableKeys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Where in the log the events of an aggregate are: the offset of every hundredth, and of each that came long after the one before it, kept
 * beside the aggregate's records, and up to where the partition was folded. So whoever wants the events from a number on begins near it,
 * and not where the aggregate was created, and passes over what others did while nothing happened to this one.
 */
final class EventPlaces {
    /**
     * Of so many events one has an entry. Whoever begins to read goes through so many events of the aggregate in vain at most, some
     * 30 kB; an entry takes 40 bytes.
     */
    static final int EVENTS_PER_ENTRY = 100;

    /**
     * What is a pause in the events of an aggregate. In five minutes others can fill a megabyte or two of its partition, which is read in some
     * 50 ms. An ended game has one of an hour, before it is purged.
     */
    static final long PAUSE_MS = 5 * 60 * 1_000L;

    /** So many pauses are told at once, which are eight hours at least; whoever reads on from there goes through what others did. */
    static final int PAUSES_MAXIMUM = 100;

    /** Codes of tables are smaller. */
    static final byte ENTRY_CODE = 110;

    static final byte PAUSE_CODE = 113;

    static final byte FOLDED_CODE = 111;

    private static final Bytes FOLDED = TableKeys.prefix(FOLDED_CODE);

    /** In front of the first event there is nothing. */
    private static final long UNKNOWN = 0;

    private EventPlaces() {}

    /**
     * Takes note of an event, if it is one of those that have an entry.
     *
     * @param sinceLastMs how long after the aggregate's event before it came
     */
    static void add(
            KeyValueStore<Bytes, byte[]> store, byte[] aggregate, long sequence, long offset, long sinceLastMs) {
        if (sequence % EVENTS_PER_ENTRY == 1) {
            store.put(key(ENTRY_CODE, aggregate, sequence), bytes(offset));
        }
        if (sinceLastMs >= PAUSE_MS) {
            store.put(key(PAUSE_CODE, aggregate, sequence), bytes(offset));
        }
    }

    /** The keys of an aggregate's entries. */
    static List<Bytes> keysOf(ReadOnlyKeyValueStore<Bytes, byte[]> store, byte[] aggregate) {
        List<Bytes> keys = new ArrayList<>();
        for (byte code : new byte[] {ENTRY_CODE, PAUSE_CODE}) {
            try (KeyValueIterator<Bytes, byte[]> found =
                    store.range(key(code, aggregate, 0), key(code, aggregate, Long.MAX_VALUE))) {
                found.forEachRemaining(entry -> keys.add(entry.key));
            }
        }
        return keys;
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
        return Math.max(before(store, ENTRY_CODE, aggregate, sequence), before(store, PAUSE_CODE, aggregate, sequence));
    }

    private static long before(ReadOnlyKeyValueStore<Bytes, byte[]> store, byte code, byte[] aggregate, long sequence) {
        try (KeyValueIterator<Bytes, byte[]> found =
                store.reverseRange(key(code, aggregate, 0), key(code, aggregate, Math.max(1, sequence)))) {
            return found.hasNext() ? offset(found.next().value) : UNKNOWN;
        }
    }

    /** The first pauses behind an event: for each, the event after it. */
    static List<EventPlace.Pause> pausesAfter(
            ReadOnlyKeyValueStore<Bytes, byte[]> store, byte[] aggregate, long sequence) {
        List<EventPlace.Pause> pauses = new ArrayList<>();
        if (sequence == Long.MAX_VALUE) {
            return pauses;
        }
        try (KeyValueIterator<Bytes, byte[]> found =
                store.range(key(PAUSE_CODE, aggregate, sequence + 1), key(PAUSE_CODE, aggregate, Long.MAX_VALUE))) {
            while (found.hasNext() && pauses.size() < PAUSES_MAXIMUM) {
                KeyValue<Bytes, byte[]> entry = found.next();
                pauses.add(new EventPlace.Pause(sequence(entry.key), offset(entry.value)));
            }
        }
        return pauses;
    }

    private static Bytes key(byte code, byte[] aggregate, long sequence) {
        return Bytes.wrap(ByteBuffer.allocate(1 + aggregate.length + Long.BYTES)
                .put(code)
                .put(aggregate)
                .putLong(sequence)
                .array());
    }

    private static long sequence(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong(key.get().length - Long.BYTES);
    }

    private static byte[] bytes(long offset) {
        return ByteBuffer.allocate(Long.BYTES).putLong(offset).array();
    }

    private static long offset(byte[] value) {
        return value == null ? UNKNOWN : ByteBuffer.wrap(value).getLong();
    }
}
