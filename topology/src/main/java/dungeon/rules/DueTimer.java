package dungeon.rules;

import dungeon.schemas.state.Timer;
import dungeon.schemas.state.TimerKind;
import java.util.Comparator;

/**
 * A timer and its place in the order of timers.
 *
 * @param dueMs when it is due, in ms since 1970
 * @param setBy the sequence of the event that set it
 * @param timer what it does
 */
public record DueTimer(long dueMs, long setBy, Timer timer) implements Comparable<DueTimer> {
    private static final Comparator<DueTimer> OF_ONE_EVENT = Comparator.<DueTimer, TimerKind>comparing(
                    due -> due.timer().getKind())
            .thenComparing(due -> due.timer().getRobotId(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(due -> due.timer().getDiscovery(), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** A timer of the game itself. */
    static DueTimer ofGame(long dueMs, long setBy, TimerKind kind) {
        return new DueTimer(dueMs, setBy, new Timer(kind, null, null));
    }

    /** A timer that runs the first action in a robot's queue. */
    static DueTimer ofQueue(long dueMs, long setBy, String robotId) {
        return new DueTimer(dueMs, setBy, new Timer(TimerKind.ROBOT_QUEUE, robotId, null));
    }

    /** A timer that completes the mining process which a robot has started. */
    static DueTimer ofMining(long dueMs, long setBy, String robotId) {
        return new DueTimer(dueMs, setBy, new Timer(TimerKind.MINING_PROCESS, robotId, null));
    }

    /** A timer that lets a mine appear, by an entry of the map's discoveries. */
    static DueTimer ofDiscovery(long dueMs, long setBy, int discovery) {
        return new DueTimer(dueMs, setBy, new Timer(TimerKind.DISCOVERY, null, discovery));
    }

    /**
     * By due time, then by the order of setting; one event can set timers of several kinds, and of several robots. Of
     * those, the kinds' order decides: a process completes before the next action of its robot, which may be the next process.
     */
    @Override
    public int compareTo(DueTimer other) {
        int byDueTime = Long.compare(dueMs, other.dueMs);
        if (byDueTime != 0) {
            return byDueTime;
        }
        int bySetting = Long.compare(setBy, other.setBy);
        return bySetting != 0 ? bySetting : OF_ONE_EVENT.compare(this, other);
    }
}
