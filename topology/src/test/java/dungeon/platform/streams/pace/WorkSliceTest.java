package dungeon.platform.streams.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkSliceTest {
    private static final Duration SLICE = Duration.ofMillis(250);
    private static final Object FIRST = "first task";
    private static final Object SECOND = "second task";

    private long nowMs = 1_000;
    private final CommitPace pace = new CommitPace(this::nanoTime);
    private final WorkSlice slice = new WorkSlice(pace, this::nanoTime);

    @Test
    void tasksShareTheSlice() {
        work(249);
        slice.begin();
        assertThat(slice.isUsedUp(SLICE)).isFalse();
        nowMs++;
        assertThat(slice.isUsedUp(SLICE)).isTrue();
    }

    @Test
    void whatIsBetweenIsNoWork() {
        work(249);
        nowMs += 10_000;
        slice.begin();
        assertThat(slice.isUsedUp(SLICE)).isFalse();
    }

    @Test
    void theCommitEndsTheSlice() {
        work(250);
        pace.committed();
        slice.begin();
        assertThat(slice.isUsedUp(SLICE)).isFalse();
    }

    @Test
    void tasksTakeTurnsOneForEachCommitIfItUsesUpTheSlice() {
        assertThat(slice.mayGoOn(FIRST, SLICE)).isTrue();
        work(250);
        assertThat(slice.mayGoOn(SECOND, SLICE))
                .as("the turn is the first one's")
                .isFalse();
        slice.passOn(FIRST);
        assertThat(slice.mayGoOn(FIRST, SLICE)).as("it is at the end now").isFalse();
        assertThat(slice.mayGoOn(SECOND, SLICE)).as("before the commit").isFalse();

        pace.committed();
        assertThat(slice.mayGoOn(FIRST, SLICE))
                .as("the turn is the second one's")
                .isFalse();
        assertThat(slice.mayGoOn(SECOND, SLICE)).isTrue();
        work(250);
        slice.passOn(SECOND);

        pace.committed();
        assertThat(slice.mayGoOn(FIRST, SLICE)).isTrue();
    }

    @Test
    void whoHasSoonFinishedLeavesTheRestToTheNext() {
        assertThat(slice.mayGoOn(FIRST, SLICE)).isTrue();
        work(249);
        slice.passOn(FIRST);
        assertThat(slice.mayGoOn(SECOND, SLICE)).isTrue();
    }

    @Test
    void whatWaitsComesToAnEndAlsoWhereOtherWorkUsesUpEachSlice() {
        work(1_000);
        assertThat(slice.mayGoOn(FIRST, SLICE)).isTrue();
        assertThat(slice.mayGoOn(FIRST, SLICE)).as("twice before the commit").isFalse();
    }

    /** A thread whose transaction was aborted gets tasks anew, and need not commit before these go on. */
    @Test
    void whoLeavesEndsTheSliceWithoutACommit() {
        assertThat(slice.mayGoOn(FIRST, SLICE)).isTrue();
        work(250);
        slice.leave(FIRST);
        assertThat(slice.mayGoOn(SECOND, SLICE)).isTrue();
    }

    private void work(long ms) {
        slice.begin();
        nowMs += ms;
        slice.end();
    }

    private long nanoTime() {
        return TimeUnit.MILLISECONDS.toNanos(nowMs);
    }
}
