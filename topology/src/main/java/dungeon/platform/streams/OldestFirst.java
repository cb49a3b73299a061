package dungeon.platform.streams;

import java.util.TreeSet;

/**
 * Keys in the order of a time that each has. Thousands can wait after an outage, and the oldest is asked for with each piece of
 * work, so it is found without looking at all of them.
 *
 * @param <K> the type of the keys; of two with the same time, the lesser comes first
 */
final class OldestFirst<K extends Comparable<K>> {
    private record Aged<K extends Comparable<K>>(long timeMs, K key) implements Comparable<Aged<K>> {
        @Override
        public int compareTo(Aged<K> other) {
            int byTime = Long.compare(timeMs, other.timeMs);
            return byTime == 0 ? key.compareTo(other.key) : byTime;
        }
    }

    private final TreeSet<Aged<K>> byAge = new TreeSet<>();

    void add(K key, long timeMs) {
        byAge.add(new Aged<>(timeMs, key));
    }

    /** Removes a key with the time that it was added with. */
    void remove(K key, long timeMs) {
        byAge.remove(new Aged<>(timeMs, key));
    }

    /** The key with the lowest time; there has to be one. */
    K oldest() {
        return byAge.first().key();
    }

    /** The lowest time, in ms since 1970; there has to be one. */
    long oldestTimeMs() {
        return byAge.first().timeMs();
    }
}
