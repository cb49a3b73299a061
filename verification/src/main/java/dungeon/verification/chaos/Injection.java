package dungeon.verification.chaos;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A fault that was made.
 *
 * @param what was done to whom
 * @param watch the games concerned, since the fault
 * @param underWay the commands without an outcome at the moment of the fault
 * @param holdMs how long it lasts at least
 * @param repair makes things whole again, and waits until they are
 * @param notes what else was seen
 */
record Injection(String what, LiveLog.Watch watch, Set<String> underWay, long holdMs, Work repair, List<String> notes) {

    /** Something that takes time. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /** In the middle of a burst of commands: who is concerned and what is under way; then the fault. */
    static Injection of(
            LiveLog live,
            HostilePlayer player,
            List<String> concerned,
            String what,
            long holdMs,
            Work fault,
            Work repair,
            List<String> notes)
            throws InterruptedException {
        player.burst(concerned);
        Set<String> underWay = new HashSet<>(live.underWay());
        underWay.removeAll(player.unsignedIds());
        LiveLog.Watch watch = live.watch(concerned);
        fault.run();
        return new Injection(what, watch, underWay, holdMs, repair, notes);
    }
}
