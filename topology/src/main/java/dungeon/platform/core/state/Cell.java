package dungeon.platform.core.state;

/** A record that was read or changed, by its key. */
final class Cell<K, V> {
    final K key;
    /** Null if there is none. */
    V value;

    boolean changed;
    /** The next one of the same table that was changed; null for the last. */
    Cell<K, V> nextChanged;

    Cell(K key, V value) {
        this.key = key;
        this.value = value;
    }
}
