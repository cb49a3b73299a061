package dungeon.platform.core.timers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The timers of one aggregate, in the order in which they fire. */
public final class AggregateTimers {
    /** No timers, for where nothing fires. */
    public static final AggregateTimers NONE = new AggregateTimers();

    private final TreeSet<DueTimer> inOrder = new TreeSet<>();
    private final Map<TimerId, DueTimer> byId = new HashMap<>();

    public AggregateTimers() {}

    /** The next one; null if there is none. */
    public DueTimer next() {
        return inOrder.isEmpty() ? null : inOrder.first();
    }

    /** The one that is for something; null if there is none. */
    public DueTimer find(TimerId id) {
        return byId.get(id);
    }

    /** All of them, the next one first. */
    public List<DueTimer> all() {
        return List.copyOf(inOrder);
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** Adds one; whatever was set for the same has to be removed first. */
    public void add(DueTimer timer) {
        DueTimer before = byId.putIfAbsent(timer.id(), timer);
        if (before != null) {
            throw new IllegalStateException("%s is set, and %s for the same is to be set too".formatted(before, timer));
        }
        inOrder.add(timer);
    }

    public void remove(DueTimer timer) {
        if (byId.remove(timer.id(), timer)) {
            inOrder.remove(timer);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AggregateTimers that && inOrder.equals(that.inOrder);
    }

    @Override
    public int hashCode() {
        return inOrder.hashCode();
    }

    @Override
    public String toString() {
        return inOrder.toString();
    }
}
