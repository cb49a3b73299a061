package dungeon.platform.streams.pace;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When a stream thread is to commit: when it has processed all that it had fetched, but not more often than the interval says, and after a
 * quarter of a second in any case. A commit takes the thread as long whether there is much in it or little. With a fixed
 * interval, a thread whose commits take longer than it works between two of them falls behind, however little it would have to do
 * for each record. One for each thread.
 */
public final class CommitPace {
    /** Nobody waits longer because much was fetched. */
    static final long PAUSE_MAXIMUM_MS = 250;

    private static final ThreadLocal<CommitPace> OF_THREAD =
            ThreadLocal.withInitial(() -> new CommitPace(System::nanoTime));

    private final LongSupplier nanoTime;
    private long endedNanos;
    private long commits;
    /** Of what was fetched last, how much is not processed yet. */
    private int left;

    CommitPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.endedNanos = nanoTime.getAsLong();
    }

    /** That of the thread which asks. */
    public static CommitPace ofThread() {
        return OF_THREAD.get();
    }

    /** The thread has fetched so many records; it does that when nothing is left that it could process. */
    public void fetched(int records) {
        left = records;
    }

    /** It has processed one of them. */
    void processed() {
        left--;
    }

    /** It has committed. */
    public void committed() {
        endedNanos = nanoTime.getAsLong();
        commits++;
    }

    /** How often it has committed. */
    long commits() {
        return commits;
    }

    /** In how many ms it is time to commit, if nothing else happens; 0 if it is. */
    long untilNextMs(long intervalMs) {
        long pauseMs = left > 0 ? Math.max(intervalMs, PAUSE_MAXIMUM_MS) : intervalMs;
        long leftNanos = endedNanos + TimeUnit.MILLISECONDS.toNanos(pauseMs) - nanoTime.getAsLong();
        return leftNanos <= 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(leftNanos) + 1;
    }
}
