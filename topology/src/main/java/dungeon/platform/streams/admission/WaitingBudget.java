package dungeon.platform.streams.admission;

import java.util.function.LongSupplier;

/**
 * How long the stream threads of an instance may be held by questions that a stranger's record leads to. Whoever asks takes what
 * there is and gives back what was not used, so that quick answers are many and a service that hangs holds no thread for
 * long. In any ten seconds it is at most twice the capacity. For use by one thread at a time.
 */
public final class WaitingBudget {
    /** Refilled from empty in ten seconds. */
    private static final long NANOS_TO_FULL = 10_000_000_000L;

    /** With less than this part of the capacity nobody would wait for an answer, so nobody asks. */
    private static final int WORTHWHILE_PART = 4;

    /** Each question costs at least this part of the capacity, so that quick answers do not mean questions without end. */
    private static final int LEAST_PART = 16;

    private static final long NANOS_PER_MS = 1_000_000;

    private final long capacityNanos;
    private final LongSupplier nanoTime;
    private long leftNanos;
    private long atNanos;

    /** @param capacityMs how long one question may take, if there was none for ten seconds */
    public WaitingBudget(long capacityMs) {
        this(capacityMs, System::nanoTime);
    }

    WaitingBudget(long capacityMs, LongSupplier nanoTime) {
        this.capacityNanos = capacityMs * NANOS_PER_MS;
        this.nanoTime = nanoTime;
        this.leftNanos = capacityNanos;
        this.atNanos = nanoTime.getAsLong();
    }

    /** How long may be waited now, in ms; 0 if nobody may ask. */
    long availableMs() {
        long nowNanos = nanoTime.getAsLong();
        double refilled = (double) (nowNanos - atNanos) * capacityNanos / NANOS_TO_FULL;
        leftNanos = Math.min(capacityNanos, leftNanos + (long) refilled);
        atNanos = nowNanos;
        return leftNanos < capacityNanos / WORTHWHILE_PART ? 0 : leftNanos / NANOS_PER_MS;
    }

    /** The time at which a question begins, for {@link #spend}. */
    long nowNanos() {
        return nanoTime.getAsLong();
    }

    /** Pays for a question that has been answered, or was not; what took longer than it may is paid for by a longer pause. */
    void spend(long sinceNanos) {
        leftNanos -= Math.max(nanoTime.getAsLong() - sinceNanos, capacityNanos / LEAST_PART);
    }
}
