package dungeon.ingest.identity;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does again and again what becomes due with time, or with what others do to the data folder. */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** A key that another instance takes away is taken away here within this time, of the 5 s that all have. */
    private static final long EVERY_MS = 1_000;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "ingest-identity");
        daemon.setDaemon(true);
        return daemon;
    });
    private final AtomicBoolean failing = new AtomicBoolean();
    private final Runnable work;

    Upkeep(Runnable work) {
        this.work = work;
    }

    void start() {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(this::run, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            work.run();
            if (failing.getAndSet(false)) {
                LOG.info("The keys and the administrator's token are looked after again");
            }
        } catch (RuntimeException e) {
            // Once, and not each second.
            if (!failing.getAndSet(true)) {
                LOG.error("The keys or the administrator's token cannot be looked after; it is tried again", e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
