package dungeon.verification.siege;

import java.util.Arrays;

/** How long honest players waited for the outcomes of their commands. */
public final class Latencies {
    private static final double PER_CENT = 0.01;

    private long[] waitedMs = new long[1_024];
    private int count;
    private int unanswered;

    /**
     * The figures of one span.
     *
     * @param commands how many were sent and have an outcome
     * @param unanswered how many had none in time
     * @param medianMs from a command to its outcome
     * @param p99Ms which 99 of 100 did not exceed; those without an outcome count as the time that was waited for them
     * @param longestMs of all
     */
    public record Figures(int commands, int unanswered, long medianMs, long p99Ms, long longestMs) {}

    synchronized void answered(long afterMs) {
        if (count == waitedMs.length) {
            waitedMs = Arrays.copyOf(waitedMs, 2 * count);
        }
        waitedMs[count++] = afterMs;
    }

    synchronized void unanswered(long waitedForMs) {
        answered(waitedForMs);
        unanswered++;
    }

    synchronized Figures figures() {
        long[] sorted = Arrays.copyOf(waitedMs, count);
        Arrays.sort(sorted);
        return new Figures(
                count - unanswered,
                unanswered,
                at(sorted, 50 * PER_CENT),
                at(sorted, 99 * PER_CENT),
                count == 0 ? 0 : sorted[count - 1]);
    }

    /** The smallest value that a share of all does not exceed. */
    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
