package dungeon.golden;

import dungeon.schemas.Event;
import dungeon.schemas.GameEnded;
import dungeon.schemas.GamePurged;

/**
 * After which events of a game its state is looked at: now and then, and at the end. The events alone decide it, so that a
 * replay and a fold look at the same places.
 */
final class Checkpoints {
    private static final int EVENTS_BETWEEN = 100;

    private long next = 1;

    /** Whether to look after an event; it is asked once for each event of a game, in their order. */
    boolean isAfter(Event event) {
        Object payload = event.getPayload();
        if (payload instanceof GameEnded) {
            next = event.getSequence();
        }
        // Between the events of a decision there is no state, and a purge removes it piece by piece, without events.
        if (event.getRemaining() > 0 || event.getSequence() < next || payload instanceof GamePurged) {
            return false;
        }
        next = event.getSequence() + EVENTS_BETWEEN;
        return true;
    }
}
