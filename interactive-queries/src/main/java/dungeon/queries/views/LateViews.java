package dungeon.queries.views;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.state.HostInfo;

/** Views that come into being after those who read them: until then, nothing is available. */
public final class LateViews implements StoreSource, PartitionLocator {
    private volatile HostInfo self = HostInfo.unavailable();
    private volatile StreamsViews views;

    /** Tells which instance this is. */
    public void setSelf(HostInfo instance) {
        self = instance;
    }

    /** Lets the views be read. */
    public void set(StreamsViews here) {
        views = here;
    }

    @Override
    public HostInfo self() {
        return self;
    }

    @Override
    public Place placeOf(String gameId) {
        return views().placeOf(gameId);
    }

    @Override
    public List<HostInfo> instances() {
        return views().instances();
    }

    @Override
    public Set<Integer> ownPartitions() {
        return views().ownPartitions();
    }

    @Override
    public Partition active(int partition) {
        return views().active(partition);
    }

    @Override
    public Partition stale(int partition) {
        return views().stale(partition);
    }

    @Override
    public long lag(int partition) {
        return views().lag(partition);
    }

    @Override
    public CompletableFuture<Void> upToNow(int partition, Duration timeout) {
        return views().upToNow(partition, timeout);
    }

    private StreamsViews views() {
        StreamsViews here = views;
        if (here == null) {
            throw new NotAvailableException("This instance is starting; /health/ready tells what it waits for");
        }
        return here;
    }
}
