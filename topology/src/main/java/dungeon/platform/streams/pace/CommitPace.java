package dungeon.platform.streams.pace;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When a stream thread is to commit: after the interval, and not before it has worked for half as long as the last commit took. Kafka Streams
 * gives each task one record more in each pass in which it does not commit, and half as many after one in which it does. With a
 * fixed interval that is shorter than a commit it commits in every pass, and a partition gets one record for each commit, however
 * many wait in it. One for each thread.
 */
public final class CommitPace {
    /** Nobody waits longer because commits take long. */
    static final long PAUSE_MAXIMUM_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final ThreadLocal<CommitPace> OF_THREAD =
            ThreadLocal.withInitial(() -> new CommitPace(System::nanoTime));

    private final LongSupplier nanoTime;
    private boolean committing;
    private long beganNanos;
    private long endedNanos;
    private long tookNanos;
    private long commits;

    CommitPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.endedNanos = nanoTime.getAsLong();
    }

    /** That of the thread which asks. */
    public static CommitPace ofThread() {
        return OF_THREAD.get();
    }

    /** The thread does nothing else until it has committed; may be said again meanwhile. */
    public void begins() {
        if (!committing) {
            committing = true;
            beganNanos = nanoTime.getAsLong();
        }
    }

    /** It has committed. */
    public void ended() {
        endedNanos = nanoTime.getAsLong();
        tookNanos = committing ? endedNanos - beganNanos : 0;
        committing = false;
        commits++;
    }

    /** How often it has committed. */
    long commits() {
        return commits;
    }

    /** In how many ms it is time to commit; 0 if it is. */
    long untilNextMs(long intervalMs) {
        long pauseNanos =
                Math.max(TimeUnit.MILLISECONDS.toNanos(intervalMs), Math.min(tookNanos / 2, PAUSE_MAXIMUM_NANOS));
        long leftNanos = endedNanos + pauseNanos - nanoTime.getAsLong();
        return leftNanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(leftNanos) + 1;
    }
}
