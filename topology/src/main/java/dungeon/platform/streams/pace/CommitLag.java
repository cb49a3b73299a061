package dungeon.platform.streams.pace;

import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long commands take from the broker's stamp to the commit with which their outcome becomes visible. Known at the commit, which
 * comes after some of them and is that of a thread. One for each thread.
 */
public final class CommitLag {
    /** What a thread decides between two commits is some thousand commands at most; beyond this, the rest of an interval is not measured. */
    static final int WAITING_MAXIMUM = 10_000;

    private static final ThreadLocal<CommitLag> OF_THREAD =
            ThreadLocal.withInitial(() -> new CommitLag(System::currentTimeMillis));

    private record Decided(Timer timer, long appendTimeMs) {}

    private final LongSupplier timeMs;
    private final List<Decided> waiting = new ArrayList<>();

    CommitLag(LongSupplier timeMs) {
        this.timeMs = timeMs;
    }

    /** That of the thread which asks. */
    public static CommitLag ofThread() {
        return OF_THREAD.get();
    }

    /** A command was decided, and is not committed yet. */
    public void decided(Timer timer, long appendTimeMs) {
        if (waiting.size() < WAITING_MAXIMUM) {
            waiting.add(new Decided(timer, appendTimeMs));
        }
    }

    /** What was decided is visible. The clocks of brokers can be ahead of this one. */
    public void committed() {
        if (waiting.isEmpty()) {
            return;
        }
        long nowMs = timeMs.getAsLong();
        for (Decided decided : waiting) {
            decided.timer().record(Math.max(0, nowMs - decided.appendTimeMs()), TimeUnit.MILLISECONDS);
        }
        waiting.clear();
    }

    /** What was decided is taken back. */
    public void aborted() {
        waiting.clear();
    }
}
