package dungeon.queries.positions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SequenceSignalsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SequenceSignals signals = new SequenceSignals();

    @Test
    void wakesThoseWhoseEventIsReached() {
        CompletableFuture<Void> third = signals.whenReached("game", 3, () -> 2, LONG);
        CompletableFuture<Void> fifth = signals.whenReached("game", 5, () -> 2, LONG);
        CompletableFuture<Void> elsewhere = signals.whenReached("other", 3, () -> 2, LONG);

        signals.reached("game", 4);

        assertThat(third).isCompleted();
        assertThat(fifth).isNotDone();
        assertThat(elsewhere).isNotDone();
        assertThat(signals.waiting()).isEqualTo(2);
    }

    @Test
    void doesNotWaitForWhatIsThereAlready() {
        assertThat(signals.whenReached("game", 3, () -> 3, LONG)).isCompleted();
        assertThat(signals.waiting()).isZero();
    }

    @Test
    void seesAnEventThatComesBetweenTheLookAndTheWait() {
        CompletableFuture<Void> reached = signals.whenReached(
                "game",
                3,
                () -> {
                    signals.reached("game", 3);
                    return 2;
                },
                LONG);

        assertThat(reached).isCompleted();
    }

    @Test
    void givesUpAndForgets() {
        CompletableFuture<Void> reached = signals.whenReached("game", 3, () -> 2, Duration.ofMillis(20));

        assertThat(reached)
                .failsWithin(5, TimeUnit.SECONDS)
                .withThrowableThat()
                .withCauseInstanceOf(TimeoutException.class);
        assertThat(signals.waiting()).isZero();
    }
}
