package dungeon.queries.views;

import dungeon.platform.envelope.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets aggregates leave the views a time after they are over, so that these do not grow with all that ever happened.
 *
 * @param <R> reads one of them
 */
public final class OldAggregates<R extends AggregateReader> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OldAggregates.class);
    private static final int PAGE = 100;

    /** Whoever may not leave yet is looked at again later; so many of them in a row tell that none may. */
    private static final int STAYING_MAXIMUM = 100;

    /**
     * Which leave, and when.
     *
     * @param over the state of what is over
     * @param overAtMs since when it is over, in ms since 1970
     * @param mayLeave whether it is to be had elsewhere, or is not wanted any more
     * @param kept how long it stays at least
     * @param pause how long to wait between two looks at all of them
     */
    public record Policy<R>(
            String over, ToLongFunction<R> overAtMs, Predicate<R> mayLeave, Duration kept, Duration pause) {}

    private final PartitionLocator locator;
    private final AggregatesReader<R> aggregates;
    private final DepartingAggregates departing;
    private final Policy<R> policy;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Prepares to look.
     *
     * @param name of its thread
     * @param departing is told which are to leave
     */
    public OldAggregates(
            String name,
            PartitionLocator locator,
            AggregatesReader<R> aggregates,
            DepartingAggregates departing,
            Policy<R> policy,
            InstantSource clock) {
        this.locator = locator;
        this.aggregates = aggregates;
        this.departing = departing;
        this.policy = policy;
        this.clock = clock;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
    }

    private void run() {
        try {
            do {
                lookThrough();
            } while (!closing.await(policy.pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookThrough() {
        try {
            for (int partition : locator.ownPartitions()) {
                lookThrough(partition);
            }
        } catch (NotAvailableException | InvalidStateStoreException e) {
            LOG.debug("What is old stays until all that is asked answers ({})", thread.getName(), e);
        } catch (RuntimeException e) {
            LOG.error(
                    "What is old stays for now; it is looked at again in {} ({})", policy.pause(), thread.getName(), e);
        }
    }

    /** Ids tell when they were made, and the oldest come first: behind the first young one, none is old. */
    private void lookThrough(int partition) {
        long oldMs = clock.millis() - policy.kept().toMillis();
        String after = null;
        int staying = 0;
        do {
            AggregatesReader.Page<R> page = aggregates.read(List.of(partition), after, PAGE, policy.over());
            for (R aggregate : page.found()) {
                if (Ids.timeMsOf(aggregate.id()) > oldMs || closing.getCount() == 0) {
                    return;
                }
                if (policy.overAtMs().applyAsLong(aggregate) > oldMs) {
                    continue;
                }
                if (!policy.mayLeave().test(aggregate)) {
                    staying++;
                    if (staying == STAYING_MAXIMUM) {
                        return;
                    }
                } else if (!departing.add(partition, aggregate.id())) {
                    return;
                }
            }
            after = page.readUpTo();
        } while (after != null);
    }
}
