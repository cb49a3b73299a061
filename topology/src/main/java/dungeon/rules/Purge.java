package dungeon.rules;

import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import java.util.List;

/**
 * How an ended game leaves the write side. With GamePurged it is gone for everybody; what it has left behind is removed
 * afterwards, a bounded piece at a time, so that the games beside it do not have to wait.
 */
final class Purge {
    static final int RECORDS_PER_STEP = 500;
    static final long STEP_MS = 1_000;

    private Purge() {}

    static List<Event> purge(Draft world, long timeMs) {
        Decision decision = new Decision(world, timeMs, null, null);
        decision.emit(new GamePurged());
        return decision.events();
    }

    /**
     * Removes a piece of what a purged game has left behind. The next piece comes later than now, and not only later than
     * this timer was due: after an outage many steps would be due at once.
     */
    static void step(World world, DueTimer timer, long nowMs) {
        world.cancel(timer);
        if (world.removeSome(RECORDS_PER_STEP)) {
            world.set(new DueTimer(nowMs + STEP_MS, timer.setBy(), timer.timer()));
        }
    }

    /** Whether a game is there: created, and not purged yet. */
    static boolean isThere(World world) {
        return world.progress() != null && !world.progress().getPurged();
    }
}
