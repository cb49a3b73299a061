package dungeon.robots.state;

import dungeon.platform.core.timers.TimerId;

/**
 * The timers of a robots' game. Of those that one event sets for the same moment, the one of the lower kind fires first: a robot's
 * mining process completes before its next action, which may be the next process.
 */
public final class RobotsTimers {
    /** Nobody has started the game in time. */
    public static final int EXPIRY = 1;

    /** The game's time is up. */
    public static final int END = 2;

    /** The mining process that a robot has started completes. */
    public static final int MINING_PROCESS = 3;

    /** The first action in a robot's queue runs. */
    public static final int QUEUE = 4;

    /** A mine appears. */
    public static final int DISCOVERY = 5;

    /** The ended game leaves the write side. */
    public static final int PURGE = 6;

    /** Entries of a map type's discoveries come in five digits, so that their order as texts is that of the numbers. */
    private static final String ENTRY = "%05d";

    private RobotsTimers() {}

    public static TimerId expiry() {
        return TimerId.of(EXPIRY);
    }

    public static TimerId end() {
        return TimerId.of(END);
    }

    public static TimerId miningProcess(String robotId) {
        return new TimerId(MINING_PROCESS, robotId);
    }

    public static TimerId queue(String robotId) {
        return new TimerId(QUEUE, robotId);
    }

    /**
     * The timer of a discovery.
     *
     * @param entry its place in the map type's discoveries, from 0
     */
    public static TimerId discovery(int entry) {
        return new TimerId(DISCOVERY, ENTRY.formatted(entry));
    }

    /** The place in the map type's discoveries that a timer is for. */
    public static int entryOf(TimerId discovery) {
        return Integer.parseInt(discovery.subject());
    }

    public static TimerId purge() {
        return TimerId.of(PURGE);
    }
}
