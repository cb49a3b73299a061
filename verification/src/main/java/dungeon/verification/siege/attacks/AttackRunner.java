package dungeon.verification.siege.attacks;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one kind of hostile player try at its rate. It does not wait for answers; only if very many tries are unanswered, those
 * that are due are left out, and counted.
 */
public final class AttackRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AttackRunner.class);
    private static final int UNANSWERED_MAXIMUM = 64;
    private static final long STOP_MAXIMUM_MS = 2_000;

    private final Attack attack;
    private final int perMinute;
    private final Random seeds;
    private final Semaphore free = new Semaphore(UNANSWERED_MAXIMUM);
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "siege-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread pace;
    private volatile boolean stopped;

    /**
     * Begins at once.
     *
     * @param perMinute how often it tries
     */
    public AttackRunner(Attack attack, int perMinute, long seed) {
        this.attack = attack;
        this.perMinute = perMinute;
        seeds = new Random(seed ^ attack.name().hashCode());
        pace = new Thread(this::keepPace, "siege-pace " + attack.name());
        pace.setDaemon(true);
        pace.start();
    }

    /** Begins no more tries; those under way may end. */
    public void stop() throws InterruptedException {
        stopped = true;
        pace.interrupt();
        pace.join(STOP_MAXIMUM_MS);
    }

    @Override
    public void close() {
        stopped = true;
        pace.interrupt();
        workers.shutdownNow();
        attack.close();
    }

    private void keepPace() {
        long eachNanos = TimeUnit.MINUTES.toNanos(1) / perMinute;
        long nextNanos = System.nanoTime();
        try {
            while (!stopped) {
                nextNanos += eachNanos;
                TimeUnit.NANOSECONDS.sleep(nextNanos - System.nanoTime());
                Random random = new Random(seeds.nextLong());
                if (free.tryAcquire()) {
                    workers.execute(() -> tryOnce(random));
                } else {
                    attack.tally().heldUp();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("No more {}", attack.name(), e);
        }
    }

    private void tryOnce(Random random) {
        try {
            attack.tally().tried();
            attack.attempt(random);
        } catch (IOException | RuntimeException e) {
            LOG.warn("A try of {} failed by itself", attack.name(), e);
            attack.tally().other("failed by itself: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }
}
