package dungeon.platform.streams.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private static final long INTERVAL_MS = 25;

    private long nowMs = 1_000;
    private final CommitPace pace = new CommitPace(() -> TimeUnit.MILLISECONDS.toNanos(nowMs));

    @Test
    void commitsFollowTheIntervalWhereEverythingIsProcessed() {
        pace.fetched(1);
        pace.processed();
        pace.committed();
        assertThat(pace.untilNextMs(INTERVAL_MS)).isEqualTo(26);
        nowMs += 24;
        assertThat(pace.untilNextMs(INTERVAL_MS)).isEqualTo(2);
        nowMs += 1;
        assertThat(pace.untilNextMs(INTERVAL_MS)).isZero();
    }

    @Test
    void whatWasFetchedIsProcessedFirst() {
        pace.committed();
        pace.fetched(2);
        pace.processed();
        nowMs += 100;
        assertThat(pace.untilNextMs(INTERVAL_MS)).isEqualTo(151);

        pace.processed();
        assertThat(pace.untilNextMs(INTERVAL_MS)).isZero();
    }

    @Test
    void nobodyWaitsMuchLongerBecauseMuchWasFetched() {
        pace.committed();
        pace.fetched(1_000);
        nowMs += 250;
        assertThat(pace.untilNextMs(INTERVAL_MS)).isZero();
    }

    /** A thread fetches again when nothing is left, also where records of a task that it has lost were never processed. */
    @Test
    void fetchingBeginsAnew() {
        pace.fetched(1_000);
        pace.committed();
        nowMs += 25;
        pace.fetched(0);
        assertThat(pace.untilNextMs(INTERVAL_MS)).isZero();
    }

    /** On a thread that has never committed, and so waits for the interval from the first question on. */
    @Test
    void aTaskThatWorkedIsCommittedAlsoIfNothingComesAnyMore() throws InterruptedException {
        Thread thread = new Thread(() -> {
            MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
            context.setCurrentSystemTimeMs(1_000);
            CommitRequests requests = new CommitRequests(context, Duration.ofHours(1));
            requests.worked();
            assertThat(context.committed()).isFalse();
            assertThat(context.scheduledPunctuators()).hasSize(1);
            CommitPace.ofThread().committed();
            context.scheduledPunctuators().get(0).getPunctuator().punctuate(1_000);
            assertThat(context.committed()).as("another task has asked before").isFalse();
            assertThat(context.scheduledPunctuators().get(0).cancelled()).isTrue();
            new CommitRequests(context, Duration.ZERO).worked();
            assertThat(context.committed()).isTrue();
        });
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((of, thrown) -> failure[0] = thrown);
        thread.start();
        thread.join();
        assertThat(failure[0]).isNull();
    }
}
