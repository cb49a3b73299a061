package dungeon.platform.core;

import java.util.HashMap;
import java.util.Map;

/** The ids of one aggregate's commands, all of them; for replays and tests. */
public final class InMemoryIdempotency implements Idempotency {
    private final Map<IdempotencyKey, Long> handledAtMs = new HashMap<>();

    @Override
    public Long handledAtMs(String aggregateId, IdempotencyKey key) {
        return handledAtMs.get(key);
    }

    @Override
    public void remember(String aggregateId, IdempotencyKey key, long timeMs) {
        handledAtMs.put(key, timeMs);
    }
}
