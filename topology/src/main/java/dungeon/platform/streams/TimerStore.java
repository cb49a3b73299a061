package dungeon.platform.streams;

import dungeon.platform.core.state.AggregateIds;
import dungeon.platform.core.timers.AggregateTimers;
import dungeon.platform.core.timers.DueTimer;
import dungeon.platform.core.timers.TimerId;
import dungeon.platform.core.timers.TimerQueue;
import dungeon.platform.streams.trace.DecisionTraces;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The timers of a task's aggregates. All of a timer stands in its key: the aggregate, when it is due, the event that set it, its
 * kind and subject. Their order is kept in Java, made anew with the task, because an abort rolls back stores and not fields.
 */
final class TimerStore implements TimerBackend {
    private static final byte[] SET = {1};

    private final KeyValueStore<Bytes, byte[]> store;
    private final AggregateIds ids;
    private final DecisionTraces traces;
    private final TimerQueue queue = new TimerQueue();

    /** @param traces are told of timers that are set and removed */
    TimerStore(KeyValueStore<Bytes, byte[]> store, AggregateIds ids, DecisionTraces traces) {
        this.store = store;
        this.ids = ids;
        this.traces = traces;
        try (KeyValueIterator<Bytes, byte[]> all =
                store.prefixScan(TableKeys.prefix(StoreLayout.TIMERS_CODE), new BytesSerializer())) {
            all.forEachRemaining(entry -> queue.add(ids.idOf(entry.key.get(), 1), timerIn(entry.key.get())));
        }
    }

    @Override
    public AggregateTimers of(String aggregateId) {
        return queue.of(aggregateId);
    }

    /** When the next timer is due of those aggregates of which none is by a time, both in ms since 1970. */
    long nextAfterMs(long timeMs) {
        return queue.nextAfterMs(timeMs);
    }

    /** The aggregates of which a timer is due by a time, in ms since 1970; the longest overdue first. */
    List<String> dueBy(long timeMs) {
        return queue.dueBy(timeMs);
    }

    @Override
    public void add(String aggregateId, DueTimer timer) {
        store.put(key(aggregateId, timer), SET);
        queue.add(aggregateId, timer);
        traces.timerSet(aggregateId, timer);
    }

    @Override
    public void remove(String aggregateId, DueTimer timer) {
        store.delete(key(aggregateId, timer));
        queue.remove(aggregateId, timer);
        traces.timerRemoved(aggregateId, timer);
    }

    private Bytes key(String aggregateId, DueTimer timer) {
        byte[] aggregate = ids.prefix(aggregateId);
        byte[] subject = timer.id().subject().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(1 + aggregate.length + 2 * Long.BYTES + 1 + subject.length)
                .put(StoreLayout.TIMERS_CODE)
                .put(aggregate)
                .putLong(timer.dueMs())
                .putLong(timer.setBy())
                .put((byte) timer.id().kind())
                .put(subject)
                .array());
    }

    private DueTimer timerIn(byte[] key) {
        int dueAt = 1 + ids.prefixBytes(key, 1);
        ByteBuffer buffer = ByteBuffer.wrap(key, dueAt, key.length - dueAt);
        long dueMs = buffer.getLong();
        long setBy = buffer.getLong();
        int kind = buffer.get();
        String subject = new String(key, buffer.position(), buffer.remaining(), StandardCharsets.UTF_8);
        return new DueTimer(dueMs, setBy, new TimerId(kind, subject));
    }
}
