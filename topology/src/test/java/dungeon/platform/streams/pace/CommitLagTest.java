package dungeon.platform.streams.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommitLagTest {
    private final Timer timer = Timer.builder("lag").register(new SimpleMeterRegistry());
    private long nowMs = 1_000;
    private final CommitLag lag = new CommitLag(() -> nowMs);

    @Test
    void measuresFromTheBrokersStampToTheCommit() {
        lag.decided(timer, 900);
        lag.decided(timer, 990);
        assertThat(timer.count()).isZero();

        nowMs = 1_010;
        lag.committed();

        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(110 + 20);
    }

    @Test
    void measuresEachCommandOnce() {
        lag.decided(timer, 900);
        lag.committed();
        lag.committed();

        assertThat(timer.count()).isEqualTo(1);
    }

    @Test
    void doesNotMeasureWhatWasTakenBack() {
        lag.decided(timer, 900);
        lag.aborted();
        lag.committed();

        assertThat(timer.count()).isZero();
    }

    @Test
    void measuresNothingBelowZeroWhenTheBrokersClockIsAhead() {
        lag.decided(timer, 2_000);
        lag.committed();

        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isZero();
    }

    @Test
    void keepsNoMoreThanItsBound() {
        for (int i = 0; i < CommitLag.WAITING_MAXIMUM + 5; i++) {
            lag.decided(timer, 900);
        }
        lag.committed();

        assertThat(timer.count()).isEqualTo(CommitLag.WAITING_MAXIMUM);
    }
}
