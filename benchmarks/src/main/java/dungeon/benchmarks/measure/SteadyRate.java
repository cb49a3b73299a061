package dungeon.benchmarks.measure;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjLongConsumer;

/** Work at a steady rate, whatever comes back. */
public final class SteadyRate {
    private SteadyRate() {}

    /**
     * Hands out one after the other when it is due; one that is late counts from when it was due.
     *
     * @param take takes each with the moment at which it was due, by the system's nanoTime
     */
    public static <T> void forEach(List<T> all, int perSecond, ObjLongConsumer<T> take) {
        long startNanos = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            long dueNanos = startNanos + i * 1_000_000_000L / perSecond;
            for (long now = System.nanoTime(); now < dueNanos; now = System.nanoTime()) {
                LockSupport.parkNanos(dueNanos - now);
            }
            take.accept(all.get(i), dueNanos);
        }
    }
}
