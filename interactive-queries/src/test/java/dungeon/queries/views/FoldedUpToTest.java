package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.positions.FoldedUpTo;
import dungeon.queries.positions.ReadPositions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FoldedUpToTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ReadPositions positions = new ReadPositions();
    private final FoldedUpTo folded = new FoldedUpTo(positions);

    @Test
    void whatTheConsumerHasHandedOverIsInTheViewsOnceItIsFolded() {
        folded.polled(3, 7, 9);
        assertThat(positions.of(3)).isEqualTo(-1);

        folded.folded(3, 6);
        assertThat(positions.of(3)).isEqualTo(7);

        // The last record, behind which stands the mark of its transaction.
        folded.folded(3, 7);
        assertThat(positions.of(3)).isEqualTo(9);
    }

    @Test
    void aLogThatIsSilentIsKnownFromTheFirstPoll() {
        folded.polled(3, -1, 9);

        assertThat(positions.of(3)).isEqualTo(9);
        assertThat(positions.of(4)).isEqualTo(-1);
    }

    @Test
    void whatWasHandedOverBeforeTheFoldBeganAnewDoesNotCount() {
        folded.polled(3, 7, 9);
        folded.folded(3, 7);

        folded.forget(3);
        assertThat(positions.of(3)).isEqualTo(-1);

        folded.polled(3, 5, 6);
        folded.folded(3, 5);
        assertThat(positions.of(3)).isEqualTo(6);
    }

    @Test
    void whoWaitsForTheEndOfTheLogIsWokenWhenItIsFolded() {
        CatchUp catchUp = new CatchUp(() -> CompletableFuture.completedFuture(Map.of(3, 9L, 4, 0L)), positions);
        folded.polled(3, 7, 9);
        folded.polled(4, -1, 0);

        CompletableFuture<Void> one = catchUp.upToNow(3, LONG);
        CompletableFuture<Void> all = catchUp.upToNow(LONG);
        assertThat(one).isNotDone();
        assertThat(all).isNotDone();

        folded.folded(3, 7);
        assertThat(one).isCompleted();
        assertThat(all).isCompleted();
    }

    @Test
    void whoWaitsTooLongHearsThatTheViewsAreBehind() {
        CatchUp catchUp = new CatchUp(() -> CompletableFuture.completedFuture(Map.of(3, 9L)), positions);

        assertThat(catchUp.upToNow(3, Duration.ofMillis(1)))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(NotAvailableException.class)
                .withMessageContaining("behind the log");
    }

    @Test
    void whoCannotLearnWhereTheLogEndsHearsThat() {
        CatchUp catchUp =
                new CatchUp(() -> CompletableFuture.failedFuture(new IllegalStateException("no broker")), positions);

        assertThat(catchUp.upToNow(3, LONG))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(NotAvailableException.class)
                .withMessageContaining("the brokers do not tell");
    }
}
