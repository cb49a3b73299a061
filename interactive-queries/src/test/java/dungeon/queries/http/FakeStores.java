package dungeon.queries.http;

import dungeon.queries.views.NotAvailableException;
import dungeon.queries.views.StoreSource;

/** Stores of which the test says in which role they are. */
final class FakeStores implements StoreSource {
    private final StoreSource stores;
    private volatile boolean active = true;
    private volatile boolean here = true;
    private volatile long lag;

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
        if (!active) {
            throw new NotAvailableException("Not active here");
        }
        return stores.active(partition);
    }

    @Override
    public Partition stale(int partition) {
        if (!here) {
            throw new NotAvailableException("Not here at all");
        }
        return stores.stale(partition);
    }

    @Override
    public long lag(int partition) {
        return lag;
    }
}
