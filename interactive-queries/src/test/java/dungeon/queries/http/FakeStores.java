package dungeon.queries.http;

import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.StoreSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Stores of which the test says in which role they are. As with Kafka Streams, only who reads a store learns it. */
final class FakeStores implements StoreSource {
    private final StoreSource stores;
    private volatile boolean active = true;
    private volatile boolean here = true;
    private volatile long lag;
    private volatile CompletableFuture<Void> upToNow = CompletableFuture.completedFuture(null);

    FakeStores(StoreSource stores) {
        this.stores = stores;
    }

    void beActive() {
        active = true;
        here = true;
    }

    void beStandby(long newLag) {
        active = false;
        here = true;
        lag = newLag;
    }

    void beAway() {
        active = false;
        here = false;
    }

    @Override
    public Partition active(int partition) {
        return active ? stores.active(partition) : FakeStores::notActive;
    }

    @Override
    public Partition stale(int partition) {
        if (!here) {
            throw new NotAvailableException("Not here at all");
        }
        return stores.stale(partition);
    }

    /** From now on, whoever looks for what is not there waits for this. */
    void beBehind(CompletableFuture<Void> newUpToNow) {
        upToNow = newUpToNow;
    }

    @Override
    public CompletableFuture<Void> upToNow(int partition, Duration timeout) {
        return upToNow;
    }

    @Override
    public long lag(int partition) {
        return lag;
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> notActive() {
        throw new InvalidStateStoreException("The state store may have migrated to another instance.");
    }
}
