package dungeon.platform.streams;

import java.util.HashMap;
import java.util.Map;

/** Which aggregates have been sent a tick that did not take effect yet, so that each has one under way and not hundreds. */
final class TickThrottle {
    /** A tick that did not come back by then is taken for lost. */
    private static final long LOST_AFTER_MS = 1_000;

    /** When a tick came back too early, because the broker's clock is behind ours, the next one follows after this pause. */
    private static final long EARLY_RETRY_MS = 50;

    private final Map<String, Long> retryAtMs = new HashMap<>();

    /** Whether an aggregate may be sent a tick now; notes it if so. */
    boolean mayAsk(String aggregateId, long nowMs) {
        Long notBefore = retryAtMs.get(aggregateId);
        if (notBefore != null && nowMs < notBefore) {
            return false;
        }
        retryAtMs.put(aggregateId, nowMs + LOST_AFTER_MS);
        return true;
    }

    /** Notes that a command of an aggregate was handled, after which its next timer is due at another time or still the same. */
    void handled(String aggregateId, boolean fired, long nowMs) {
        if (fired) {
            retryAtMs.remove(aggregateId);
        } else {
            retryAtMs.computeIfPresent(aggregateId, (id, notBefore) -> Math.min(notBefore, nowMs + EARLY_RETRY_MS));
        }
    }
}
