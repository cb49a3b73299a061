package dungeon.verification.siege;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void givesWhatNinetyNineOfAHundredDoNotExceed() {
        for (int ms = 2_000; ms > 0; ms--) {
            latencies.answered(ms);
        }
        assertThat(latencies.figures()).isEqualTo(new Latencies.Figures(2_000, 0, 1_000, 1_980, 2_000));
    }

    @Test
    void countsWhatHadNoOutcomeAsLongAsItWasWaitedFor() {
        latencies.answered(10);
        latencies.unanswered(30_000);
        assertThat(latencies.figures()).isEqualTo(new Latencies.Figures(1, 1, 10, 30_000, 30_000));
    }

    @Test
    void hasFiguresOfNothing() {
        assertThat(latencies.figures()).isEqualTo(new Latencies.Figures(0, 0, 0, 0, 0));
    }
}
