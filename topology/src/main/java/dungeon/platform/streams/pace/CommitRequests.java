package dungeon.platform.streams.pace;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Asks for the commits of a task at the pace of its thread. */
public final class CommitRequests {
    private final ProcessorContext<?, ?> context;
    private final long intervalMs;
    private final WakeUp wakeUp;
    /** How often the thread had committed when the task worked last. */
    private long commitsBefore;

    /** @param interval between two commits, if there is little to do */
    public CommitRequests(ProcessorContext<?, ?> context, Duration interval) {
        this.context = context;
        this.intervalMs = interval.toMillis();
        this.wakeUp = new WakeUp(context, Duration.ofMillis(1), nowMs -> goOn());
    }

    /** A record was processed: it is committed now, or when it is time, also if nothing comes any more. */
    public void processed() {
        CommitPace.ofThread().processed();
        worked();
    }

    /** The same for work that no fetched record was the reason of. */
    public void worked() {
        commitsBefore = CommitPace.ofThread().commits();
        ask();
    }

    private void goOn() {
        // A thread commits all of its tasks at once, so another one may have asked.
        if (CommitPace.ofThread().commits() == commitsBefore) {
            ask();
        }
    }

    private void ask() {
        long untilNextMs = CommitPace.ofThread().untilNextMs(intervalMs);
        if (untilNextMs == 0) {
            context.commit();
        } else {
            wakeUp.at(context.currentSystemTimeMs() + untilNextMs);
        }
    }
}
