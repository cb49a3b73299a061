package dungeon.platform.core.timers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The timers of many aggregates, so that finding the next one costs no scan of a store. */
public final class TimerQueue {
    private record NextOfAggregate(long dueMs, String aggregateId) implements Comparable<NextOfAggregate> {
        @Override
        public int compareTo(NextOfAggregate other) {
            return dueMs != other.dueMs ? Long.compare(dueMs, other.dueMs) : aggregateId.compareTo(other.aggregateId);
        }
    }

    private final Map<String, AggregateTimers> byAggregate = new HashMap<>();
    private final TreeSet<NextOfAggregate> nextOfAggregates = new TreeSet<>();

    /** The timers of an aggregate as they are now. */
    public AggregateTimers of(String aggregateId) {
        return byAggregate.getOrDefault(aggregateId, AggregateTimers.NONE);
    }

    /**
     * When the next timer is due of those aggregates of which none is due yet, in ms since 1970; the greatest number if there is none.
     *
     * @param timeMs by which a timer is due, in ms since 1970
     */
    public long nextAfterMs(long timeMs) {
        NextOfAggregate next = nextOfAggregates.ceiling(new NextOfAggregate(timeMs + 1, ""));
        return next == null ? Long.MAX_VALUE : next.dueMs();
    }

    /** The aggregates of which a timer is due by a time, in ms since 1970; the longest overdue first. */
    public List<String> dueBy(long timeMs) {
        if (nextOfAggregates.isEmpty() || nextOfAggregates.first().dueMs() > timeMs) {
            return List.of();
        }
        return nextOfAggregates.stream()
                .takeWhile(next -> next.dueMs() <= timeMs)
                .map(NextOfAggregate::aggregateId)
                .toList();
    }

    public void add(String aggregateId, DueTimer timer) {
        AggregateTimers timers = byAggregate.computeIfAbsent(aggregateId, id -> new AggregateTimers());
        DueTimer next = timers.next();
        timers.add(timer);
        moveNext(aggregateId, next, timers.next());
    }

    public void remove(String aggregateId, DueTimer timer) {
        AggregateTimers timers = byAggregate.get(aggregateId);
        if (timers == null) {
            return;
        }
        DueTimer next = timers.next();
        timers.remove(timer);
        moveNext(aggregateId, next, timers.next());
        if (timers.isEmpty()) {
            byAggregate.remove(aggregateId);
        }
    }

    private void moveNext(String aggregateId, DueTimer before, DueTimer after) {
        if (before != null && after != null && before.dueMs() == after.dueMs()) {
            return;
        }
        if (before != null) {
            nextOfAggregates.remove(new NextOfAggregate(before.dueMs(), aggregateId));
        }
        if (after != null) {
            nextOfAggregates.add(new NextOfAggregate(after.dueMs(), aggregateId));
        }
    }
}
