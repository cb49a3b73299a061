package dungeon.standalone.machine;

import java.time.Duration;

/** Waits for what others bring about. */
public final class Waiting {
    private static final long POLL_MS = 100;

    /** What is waited for. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    private Waiting() {}

    /** Waits until a condition holds, and looks at least once; whether it came to hold in time. */
    public static boolean until(Condition condition, Duration atMost) throws InterruptedException {
        long beganNanos = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - beganNanos > atMost.toNanos()) {
                return false;
            }
            Thread.sleep(POLL_MS);
        }
        return true;
    }
}
