package dungeon.topology;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.utils.Bytes;

/**
 * In which record of the store a command's id can be, by a hash of it. Nearly every command is new, and for a new one this
 * answers in a step what the store would need a search for. What it has no place for is not in the store; the record at a place
 * may have another id of the same hash.
 */
final class HandledPlaces {
    /**
     * A record of the store.
     *
     * @param before where another id of the same hash is, or the same id was before; null if there is none
     */
    record Place(Bytes scope, Bytes key, long window, Place before) {
        private Place after(Place earlier) {
            return new Place(scope, key, window, earlier);
        }

        /** This place and those before it, without what the store has forgotten. */
        private Place since(long timeMs) {
            if (window < timeMs) {
                return null;
            }
            return before == null ? this : after(before.since(timeMs));
        }
    }

    private final long keptMs;
    /** Senders choose their ids, and must not be able to choose many with one hash. */
    private final long seed = ThreadLocalRandom.current().nextLong();

    private Int2ObjectOpenHashMap<Place> newer = new Int2ObjectOpenHashMap<>();
    private Int2ObjectOpenHashMap<Place> older = new Int2ObjectOpenHashMap<>();
    private long newerSinceMs = Long.MIN_VALUE;

    /** @param keptMs for how long a place is known at least, in ms; not less than the store keeps what is there */
    HandledPlaces(long keptMs) {
        this.keptMs = keptMs;
    }

    void add(Place place, HandledId id, long nowMs) {
        if (newerSinceMs == Long.MIN_VALUE) {
            newerSinceMs = nowMs;
        } else if (nowMs - newerSinceMs > keptMs) {
            older = newer;
            newer = new Int2ObjectOpenHashMap<>();
            newerSinceMs = nowMs;
        }
        int hash = hash(place.scope(), id);
        Place newest = newer.put(hash, place);
        Place before = newest != null ? newest : older.get(hash);
        if (before != null && !before.key().equals(place.key())) {
            // Twice the time, because a command can be handled some minutes after a younger one.
            newer.put(hash, place.after(before.since(nowMs - 2 * keptMs)));
        }
    }

    /** The place to look at first, or null. */
    Place of(Bytes scope, HandledId id) {
        int hash = hash(scope, id);
        Place place = newer.get(hash);
        return place != null ? place : older.get(hash);
    }

    private int hash(Bytes scope, HandledId id) {
        long hash = seed ^ scope.hashCode();
        for (long part : new long[] {id.idHigh(), id.idLow(), id.senderHigh(), id.senderLow()}) {
            hash = HashCommon.murmurHash3(hash ^ part);
        }
        return (int) hash;
    }
}
