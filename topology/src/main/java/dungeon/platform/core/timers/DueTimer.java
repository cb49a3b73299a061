package dungeon.platform.core.timers;

/**
 * A timer and its place in the order in which timers fire: by due time, then by the order of setting, then by kind and
 * subject, because one event can set several.
 *
 * @param dueMs when it is due, in ms since 1970
 * @param setBy the sequence of the event that set it
 * @param id what it is for
 */
public record DueTimer(long dueMs, long setBy, TimerId id) implements Comparable<DueTimer> {
    @Override
    public int compareTo(DueTimer other) {
        if (dueMs != other.dueMs) {
            return Long.compare(dueMs, other.dueMs);
        }
        return setBy != other.setBy ? Long.compare(setBy, other.setBy) : id.compareTo(other.id);
    }
}
