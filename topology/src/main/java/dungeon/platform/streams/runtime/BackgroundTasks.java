package dungeon.platform.streams.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an application does again and again beside its stream threads, so that these never wait for it. */
public final class BackgroundTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);

    private final ScheduledExecutorService executor;

    /** @param threads as many tasks can wait for services that hang without holding up each other */
    public BackgroundTasks(int threads) {
        executor = Executors.newScheduledThreadPool(threads, task -> {
            Thread thread = new Thread(task, "background");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs a task now, and from then on again and again, whether it fails or not. That it fails is logged once until it works again, and is no
     * reason to worry at the start, when all parts of a machine may be starting.
     *
     * @param name what it does, for the log
     * @param pause between one run and the next
     */
    public void every(String name, Duration pause, Runnable task) {
        AtomicBoolean failing = new AtomicBoolean();
        try {
            task.run();
        } catch (RuntimeException e) {
            failing.set(true);
            LOG.info("{} does not work yet, and is tried again: {}", name, e.toString());
        }
        Runnable guarded = () -> run(name, task, failing);
        ScheduledFuture<?> unused =
                executor.scheduleWithFixedDelay(guarded, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(String name, Runnable task, AtomicBoolean failing) {
        try {
            task.run();
            if (failing.getAndSet(false)) {
                LOG.info("{} works again", name);
            }
        } catch (RuntimeException e) {
            if (failing.getAndSet(true)) {
                LOG.debug("{} still fails", name, e);
            } else {
                LOG.warn("{} fails, and is tried again: {}", name, e.toString());
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
