package dungeon.platform.streams.pace;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * How long a stream thread has worked since it committed last, in all of its tasks together, and whose turn it is to go on with what
 * waits. Everybody who has sent a command to a task of the thread waits for its commit, so that tasks which all have much to do share
 * one slice of time between two commits and take turns. One for each thread.
 */
public final class WorkSlice {
    private static final ThreadLocal<WorkSlice> OF_THREAD =
            ThreadLocal.withInitial(() -> new WorkSlice(CommitPace.ofThread(), System::nanoTime));

    private final CommitPace pace;
    private final LongSupplier nanoTime;
    /** Those who have to go on with something, in the order of their turns. */
    private final Set<Object> waiting = new LinkedHashSet<>();

    private long usedNanos;
    private long beganNanos;
    /** Somebody went on with what waits. */
    private boolean wentOn;
    /** How often the thread had committed when this slice began. */
    private long commitsBefore;

    WorkSlice(CommitPace pace, LongSupplier nanoTime) {
        this.pace = pace;
        this.nanoTime = nanoTime;
    }

    /** That of the thread which asks. */
    public static WorkSlice ofThread() {
        return OF_THREAD.get();
    }

    /** A task begins to work. */
    public void begin() {
        beginAnewAfterCommit();
        beganNanos = nanoTime.getAsLong();
    }

    /** It has ended. */
    public void end() {
        usedNanos += nanoTime.getAsLong() - beganNanos;
    }

    /** Whether the thread, which works, had better commit before it begins with more. */
    public boolean isUsedUp(Duration slice) {
        return usedNanos + nanoTime.getAsLong() - beganNanos >= slice.toNanos();
    }

    /**
     * Whether a task may go on with what waits there; if not, it asks again later. One task may do so between two commits also if
     * other work has used up the slice, so that it comes to an end.
     */
    public boolean mayGoOn(Object task, Duration slice) {
        beginAnewAfterCommit();
        waiting.add(task);
        if (!waiting.iterator().next().equals(task) || (wentOn && usedNanos >= slice.toNanos())) {
            return false;
        }
        wentOn = true;
        return true;
    }

    /** The next one is to go on: nothing waits any more at this task, or it has used up the slice. */
    public void passOn(Object task) {
        waiting.remove(task);
    }

    /**
     * A task ends, perhaps because its transaction was aborted. What was done in that is begun again, and nothing else may come that ends the
     * slice by a commit.
     */
    public void leave(Object task) {
        waiting.remove(task);
        beginAnew();
    }

    private void beginAnewAfterCommit() {
        if (pace.commits() != commitsBefore) {
            commitsBefore = pace.commits();
            beginAnew();
        }
    }

    private void beginAnew() {
        usedNanos = 0;
        wentOn = false;
    }
}
