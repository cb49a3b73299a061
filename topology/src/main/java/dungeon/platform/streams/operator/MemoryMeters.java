package dungeon.platform.streams.operator;

import dungeon.platform.process.MemoryBudget;
import dungeon.platform.streams.runtime.BoundedRocksDb;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;

/** What memory this process may take, and what its stores take beside the heap. */
public final class MemoryMeters implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("dungeon.memory.limit", MemoryBudget.ofThisProcess(), MemoryBudget::limitBytes)
                .description("Memory of the container, or of the machine where there is none")
                .baseUnit("bytes")
                .strongReference(true)
                .register(registry);
        rocksDb(registry, "limit", BoundedRocksDb.Memory::limitBytes);
        rocksDb(registry, "used", BoundedRocksDb.Memory::usedBytes);
        rocksDb(registry, "pinned", BoundedRocksDb.Memory::pinnedBytes);
    }

    private static void rocksDb(MeterRegistry registry, String area, ToLongFunction<BoundedRocksDb.Memory> bytes) {
        Gauge.builder("dungeon.rocksdb.memory", () -> bytes.applyAsLong(BoundedRocksDb.memory()))
                .description("Memory of all stores on disk together, caches and write buffers alike")
                .tag("area", area)
                .baseUnit("bytes")
                .register(registry);
    }
}
