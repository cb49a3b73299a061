package dungeon.platform.streams.pace;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Wakes a task when there is something to do, and not before. Kafka Streams commits every task of which a punctuator ran, whether it did
 * anything or not, with its caches and offsets; and after each pass in which one ran, the thread gives its tasks half as many
 * records in the next. A punctuator that looked every 10 ms whether a timer is due made all tasks of a thread part of each commit,
 * also where nobody played.
 */
public final class WakeUp {
    private final ProcessorContext<?, ?> context;
    private final long leastMs;
    private final Punctuator work;
    private Cancellable scheduled;
    private long atMs = Long.MAX_VALUE;

    /**
     * @param least between two of them
     * @param work what is to be done then, and says when the next one is wanted
     */
    public WakeUp(ProcessorContext<?, ?> context, Duration least, Punctuator work) {
        this.context = context;
        this.leastMs = least.toMillis();
        this.work = work;
    }

    /** Wakes the task for the first time, soon. */
    public void begin() {
        // A task that has not worked yet knows no time.
        schedule(leastMs);
        atMs = 0;
    }

    /**
     * Wakes the task at a time or a little later, unless it is woken before.
     *
     * @param timeMs in ms since 1970; one that is past means soon, and the greatest number never
     */
    public void at(long timeMs) {
        if (timeMs >= atMs) {
            return;
        }
        long nowMs = context.currentSystemTimeMs();
        long soonMs = nowMs + leastMs;
        if (soonMs >= atMs) {
            return;
        }
        if (scheduled != null) {
            scheduled.cancel();
        }
        atMs = Math.max(timeMs, soonMs);
        schedule(atMs - nowMs);
    }

    private void schedule(long inMs) {
        scheduled = context.schedule(Duration.ofMillis(inMs), PunctuationType.WALL_CLOCK_TIME, this::wake);
    }

    private void wake(long nowMs) {
        scheduled.cancel();
        scheduled = null;
        atMs = Long.MAX_VALUE;
        work.punctuate(nowMs);
    }
}
