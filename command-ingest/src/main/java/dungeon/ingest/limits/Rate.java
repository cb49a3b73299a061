package dungeon.ingest.limits;

import java.time.Duration;

/**
 * How often something may be done: so often at once, and what was used comes back bit by bit.
 *
 * @param burst at once, 1 or more
 * @param count how often within a period, 1 or more
 * @param period in which that many come back
 */
public record Rate(int burst, int count, Duration period) {
    /** In how many seconds the whole burst comes back, rounded up. */
    public long windowSeconds() {
        return seconds(Math.multiplyExact((long) burst, period.toNanos()) / count);
    }

    /** For people, such as "500 in 1 s and 1600 at once". */
    @Override
    public String toString() {
        long ms = period.toMillis();
        String time = ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
        return "%d in %s and %d at once".formatted(count, time, burst);
    }

    /** Whole seconds, rounded up. */
    static long seconds(long nanos) {
        return Math.floorDiv(nanos - 1, 1_000_000_000L) + 1;
    }
}
