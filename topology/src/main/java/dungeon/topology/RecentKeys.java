package dungeon.topology;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;

/**
 * Which keys can be in a window store, by their hashes. Nearly every command is new, and for a new one this answers in a step
 * what the store needs a search of some windows for. What it says no to is not in the store; what it says yes to may not be.
 */
final class RecentKeys {
    private final long keptMs;
    private IntOpenHashSet newer = new IntOpenHashSet();
    private IntOpenHashSet older = new IntOpenHashSet();
    private long newerSinceMs = Long.MIN_VALUE;

    /** @param keptMs for how long a key is known at least, in ms; not less than the store keeps it */
    RecentKeys(long keptMs) {
        this.keptMs = keptMs;
    }

    void add(Bytes key, long nowMs) {
        if (newerSinceMs == Long.MIN_VALUE) {
            newerSinceMs = nowMs;
        } else if (nowMs - newerSinceMs > keptMs) {
            older = newer;
            newer = new IntOpenHashSet();
            newerSinceMs = nowMs;
        }
        newer.add(Utils.murmur2(key.get()));
    }

    boolean mayContain(Bytes key) {
        int hash = Utils.murmur2(key.get());
        return newer.contains(hash) || older.contains(hash);
    }
}
