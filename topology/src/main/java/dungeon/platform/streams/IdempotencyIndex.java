package dungeon.platform.streams;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.utils.Bytes;

/**
 * In which records of the store a command's id can be, by a hash of it. Nearly every command is new, and for a new one this answers
 * in a step what the store would need a search for. What it has no place for is not in the store; the record at a place may have
 * another id of the same hash.
 */
final class IdempotencyIndex {
    /**
     * A record of the store.
     *
     * @param key its key
     * @param before where another id of the same hash is, or the same id was before; null if there is none
     */
    record Place(Bytes key, Place before) {
        /** This place and those before it, without one record. */
        @SuppressWarnings("ReferenceEquality") // Whether a place was left out.
        private Place without(Bytes removed) {
            Place earlier = before == null ? null : before.without(removed);
            return key.equals(removed) ? earlier : new Place(key, earlier);
        }
    }

    /** Senders choose their ids, and must not be able to choose many with one hash. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private final Int2ObjectOpenHashMap<Place> places = new Int2ObjectOpenHashMap<>();

    void add(Bytes key, IdempotencyEntry entry) {
        int hash = hash(entry);
        Place newest = places.get(hash);
        if (newest == null || !newest.key().equals(key)) {
            places.put(hash, new Place(key, newest));
        }
    }

    /** Forgets that an id is in a record. */
    void remove(Bytes key, IdempotencyEntry entry) {
        int hash = hash(entry);
        Place newest = places.get(hash);
        Place left = newest == null ? null : newest.without(key);
        if (left == null) {
            places.remove(hash);
        } else {
            places.put(hash, left);
        }
    }

    /** The place to look at first, or null. */
    Place of(IdempotencyEntry entry) {
        return places.get(hash(entry));
    }

    int size() {
        return places.size();
    }

    private int hash(IdempotencyEntry entry) {
        long hash = HashCommon.murmurHash3(seed ^ entry.idHigh());
        hash = HashCommon.murmurHash3(hash ^ entry.idLow());
        hash = HashCommon.murmurHash3(hash ^ entry.senderHigh());
        hash = HashCommon.murmurHash3(hash ^ entry.senderLow());
        hash = HashCommon.murmurHash3(hash ^ entry.aggregateHigh());
        return (int) HashCommon.murmurHash3(hash ^ entry.aggregateLow());
    }
}
