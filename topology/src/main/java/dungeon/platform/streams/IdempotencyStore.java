package dungeon.platform.streams;

import dungeon.platform.core.Idempotency;
import dungeon.platform.core.IdempotencyKey;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The ids of the commands that a task has handled lately. Those that come between two commits share a record, because a record for
 * each id was the dearest part of deciding a command. Records are numbered in the order in which they were begun, and forgotten in
 * that order. Which record an id is in is kept in Java ({@link IdempotencyIndex}), made anew with the task, because an abort rolls
 * back stores and not fields.
 */
final class IdempotencyStore implements Idempotency {
    /** Longer than ids must be remembered, so that no clock that steps back between brokers lets one be forgotten early. */
    static final long KEPT_MS = 2 * IdempotencyKey.REMEMBERED_MS;

    /** A record is written anew with each id that comes to it, so it stays short. */
    private static final int ENTRIES_MAXIMUM = 64;

    /** So many records are forgotten at once; each takes some 10 µs. */
    private static final int FORGOTTEN_AT_ONCE = 100;

    /** A record, and the latest time at which one of its commands was handled. */
    private static final class Batch {
        private final Bytes key;
        private long latestMs = Long.MIN_VALUE;

        Batch(Bytes key) {
            this.key = key;
        }
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final IdempotencyIndex index = new IdempotencyIndex();
    private final ArrayDeque<Batch> batches = new ArrayDeque<>();
    /** What the last batch holds while ids can come to it; null if the next id begins another one. */
    private byte[] open;

    private long nextNumber;

    IdempotencyStore(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all =
                store.prefixScan(TableKeys.prefix(StoreLayout.IDEMPOTENCY_CODE), new BytesSerializer())) {
            all.forEachRemaining(record -> {
                Batch batch = new Batch(record.key);
                for (int at = 0; at < record.value.length; at += IdempotencyEntry.BYTES) {
                    index.add(record.key, IdempotencyEntry.in(record.value, at));
                    batch.latestMs = Math.max(batch.latestMs, IdempotencyEntry.timeMs(record.value, at));
                }
                batches.add(batch);
                nextNumber = ByteBuffer.wrap(record.key.get()).getLong(1) + 1;
            });
        }
    }

    @Override
    public Long handledAtMs(String aggregateId, IdempotencyKey key) {
        IdempotencyEntry entry = IdempotencyEntry.of(aggregateId, key);
        for (IdempotencyIndex.Place place = index.of(entry); place != null; place = place.before()) {
            byte[] entries = store.get(place.key());
            int at = entry.lastIndexIn(entries);
            if (at >= 0) {
                return IdempotencyEntry.timeMs(entries, at);
            }
        }
        return null;
    }

    @Override
    public void remember(String aggregateId, IdempotencyKey key, long timeMs) {
        if (open == null || open.length == ENTRIES_MAXIMUM * IdempotencyEntry.BYTES) {
            batches.add(new Batch(Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES)
                    .put(StoreLayout.IDEMPOTENCY_CODE)
                    .putLong(nextNumber++)
                    .array())));
            open = new byte[0];
        }
        IdempotencyEntry entry = IdempotencyEntry.of(aggregateId, key);
        Batch batch = batches.getLast();
        open = entry.appendedTo(open, timeMs);
        batch.latestMs = Math.max(batch.latestMs, timeMs);
        store.put(batch.key, open);
        index.add(batch.key, entry);
    }

    /**
     * Lets further ids go to a new record. To be called about as often as is committed: what a commit has written need not be
     * written again with the next one.
     */
    void endBatch() {
        open = null;
    }

    /**
     * Forgets what was handled long before a time, a bounded number of records at once.
     *
     * @param timeMs no command that is still to be handled is older, in ms since 1970
     */
    void forgetBefore(long timeMs) {
        for (int i = 0; i < FORGOTTEN_AT_ONCE; i++) {
            Batch oldest = batches.peekFirst();
            if (oldest == null || oldest.latestMs >= timeMs - KEPT_MS) {
                return;
            }
            forget(batches.removeFirst());
        }
    }

    /** How many ids can be found. */
    int size() {
        return index.size();
    }

    private void forget(Batch batch) {
        byte[] entries = store.delete(batch.key);
        for (int at = 0; at < entries.length; at += IdempotencyEntry.BYTES) {
            index.remove(batch.key, IdempotencyEntry.in(entries, at));
        }
        if (batches.isEmpty()) {
            open = null;
        }
    }
}
