package dungeon.queries.views;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Where the stores of this instance are read: Kafka Streams, or a test driver. */
public interface StoreSource {
    /** So many changes behind, a copy can be read. One that is further behind is being built, and lacks what is long known. */
    long COPY_LAG_MAXIMUM = 10_000;

    /** The stores of one partition. */
    interface Partition {
        /**
         * The store with the views.
         *
         * @throws NotAvailableException if the store is not here, or not ready
         */
        ReadOnlyKeyValueStore<Bytes, byte[]> store();
    }

    /** The stores of a partition that this instance keeps up to date. */
    Partition active(int partition);

    /** The stores of a partition, however far behind they are. */
    Partition stale(int partition);

    /** How many changes a copy of a partition's stores is behind; -1 if that is not known, and then it may be far behind. */
    long lag(int partition);

    /**
     * Completes when the stores of a partition that this instance keeps up to date contain all that was in the log at this call;
     * fails with a {@link NotAvailableException} if that takes too long. What follows on it must run on another thread.
     */
    CompletableFuture<Void> upToNow(int partition, Duration timeout);
}
