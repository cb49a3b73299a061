package dungeon.platform.streams;

import dungeon.platform.core.BoundedContext;
import dungeon.platform.streams.trace.DecisionTraces;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * All that is kept of a context by the task that decides its commands.
 *
 * @param tables the records of its aggregates
 * @param timers of all its aggregates
 * @param idempotency the ids of the commands that were handled lately
 * @param deferred where commands that are to be decided later are kept
 */
record StateStores(
        TableStores tables, TimerStore timers, IdempotencyStore idempotency, KeyValueStore<Bytes, byte[]> deferred) {

    /** What the stores of a task hold; to be made anew when they are, because an abort rolls back stores alone. */
    static StateStores of(
            BoundedContext<?, ?, ?> context, ProcessorContext<?, ?> processorContext, DecisionTraces traces) {
        KeyValueStore<Bytes, byte[]> store = processorContext.getStateStore(StoreLayout.store(context.name()));
        KeyValueStore<Bytes, byte[]> cached = processorContext.getStateStore(StoreLayout.cachedStore(context.name()));
        TimerStore timers = new TimerStore(store, context.ids(), traces);
        return new StateStores(
                TableStores.ofWriteSide(context, processorContext, timers),
                timers,
                new IdempotencyStore(cached),
                store);
    }

    /** The stores, for the topology. */
    static Set<StoreBuilder<?>> builders(BoundedContext<?, ?, ?> context, StoreFactory factory) {
        // In this order, because the order of a set differs from run to run, and the graph is compared with a file.
        return new LinkedHashSet<>(List.of(
                factory.store(StoreLayout.store(context.name()), false),
                factory.store(StoreLayout.cachedStore(context.name()), true)));
    }
}
