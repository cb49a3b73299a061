package dungeon.app;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** A topology that counts what its processors do with their stores. */
final class CountingTopology extends Topology {
    private final StoreOperations operations = new StoreOperations();

    StoreOperations operations() {
        return operations;
    }

    @Override
    public synchronized <I, V, O, W> Topology addProcessor(
            String name, ProcessorSupplier<I, V, O, W> supplier, String... parentNames) {
        return super.addProcessor(name, new CountingSupplier<>(supplier, operations), parentNames);
    }

    private record CountingSupplier<I, V, O, W>(ProcessorSupplier<I, V, O, W> supplier, StoreOperations operations)
            implements ProcessorSupplier<I, V, O, W> {
        @Override
        public Processor<I, V, O, W> get() {
            return supplier.get();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            Set<StoreBuilder<?>> stores = supplier.stores();
            if (stores == null) {
                return null;
            }
            Set<StoreBuilder<?>> counting = new LinkedHashSet<>();
            stores.forEach(store -> counting.add(operations.counting(store)));
            return counting;
        }
    }
}
