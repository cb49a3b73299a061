package dungeon.platform.tracing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** So many spans a second, whoever asks for them. */
final class SpanBudget {
    private final int perSecond;
    private final LongSupplier nanoTime;
    private final AtomicLong sinceNanos;
    private final AtomicInteger taken = new AtomicInteger();

    SpanBudget(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.sinceNanos = new AtomicLong(nanoTime.getAsLong());
    }

    /** Takes one, if there is one left of this second. */
    boolean take() {
        long nowNanos = nanoTime.getAsLong();
        long since = sinceNanos.get();
        if (nowNanos - since >= TimeUnit.SECONDS.toNanos(1) && sinceNanos.compareAndSet(since, nowNanos)) {
            taken.set(0);
        }
        return taken.getAndIncrement() < perSecond;
    }
}
