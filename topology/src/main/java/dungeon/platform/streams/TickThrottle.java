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

    /** From when on an aggregate may be sent a tick, in ms since 1970; 0 if none is under way. */
    long mayAskFromMs(String aggregateId) {
        return retryAtMs.getOrDefault(aggregateId, 0L);
    }

    /**
     * When the first of those that were sent a tick may be sent another one, in ms since 1970; the greatest number if none is under way.
     * Those who may already, and were not, do not need one any more.
     */
    long nextRetryMs(long nowMs) {
        retryAtMs.values().removeIf(retryAt -> retryAt <= nowMs);
        return retryAtMs.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
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
