package dungeon.players.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.Ids;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void eachGameHasAnOrderOfItsOwnInWhichEachInstanceHasOnePlace() {
        for (String gameId : games(50)) {
            long createdMs = Ids.timeMsOf(gameId);
            List<Integer> order = IntStream.range(0, 3)
                    .mapToObj(place -> whoseTurn(gameId, 3, createdMs + place * PATIENCE.toMillis()))
                    .toList();

            assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
            assertThat(IntStream.range(3, 6)
                            .mapToObj(place -> whoseTurn(gameId, 3, createdMs + place * PATIENCE.toMillis())))
                    .as("it begins anew")
                    .isEqualTo(order);
        }
    }

    @Test
    void aTurnIsTakenInItsFirstHalf() {
        for (String gameId : games(20)) {
            long createdMs = Ids.timeMsOf(gameId);
            int first = whoseTurn(gameId, 2, createdMs);

            assertThat(whoseTurn(gameId, 2, createdMs + 5_000)).isEqualTo(first);
            assertThat(whoseTurn(gameId, 2, createdMs + 5_001)).isEqualTo(-1);
            assertThat(whoseTurn(gameId, 2, createdMs + 9_999)).isEqualTo(-1);
            assertThat(whoseTurn(gameId, 2, createdMs + 10_000)).isEqualTo(1 - first);
        }
    }

    @Test
    void gamesAreSharedOutEvenly() {
        Turn one = new Turn(1, 4, PATIENCE);

        assertThat(games(4_000).stream()
                        .filter(gameId -> one.isNow(gameId, Ids.timeMsOf(gameId), Ids.timeMsOf(gameId)))
                        .count())
                .isBetween(900L, 1_100L);
    }

    @Test
    void theOnlyInstanceWaitsForNobody() {
        assertThat(games(20))
                .allSatisfy(gameId -> assertThat(IntStream.range(0, 20_000))
                        .allMatch(sinceMs ->
                                Turn.alone().isNow(gameId, Ids.timeMsOf(gameId), Ids.timeMsOf(gameId) + sinceMs)));
    }

    @Test
    void aClockThatIsBehindHasTurnsToo() {
        String gameId = games(1).get(0);

        assertThat(whoseTurn(gameId, 2, Ids.timeMsOf(gameId) - 10_000))
                .isEqualTo(1 - whoseTurn(gameId, 2, Ids.timeMsOf(gameId)));
    }

    @Test
    void saysWhichNumbersThereAre() {
        assertThatThrownBy(() -> new Turn(2, 2, PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance is 2, and there are 2 instances: set it to 0 to 1, or instances to more");
        assertThatThrownBy(() -> new Turn(0, 2, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A turn lasts PT0S: set it to 1 ms or more");
    }

    /** Which instance may take a game; -1 if none may. It is never more than one. */
    private static int whoseTurn(String gameId, int instances, long nowMs) {
        List<Integer> whose = IntStream.range(0, instances)
                .filter(instance -> new Turn(instance, instances, PATIENCE).isNow(gameId, Ids.timeMsOf(gameId), nowMs))
                .boxed()
                .toList();
        assertThat(whose).hasSizeLessThan(2);
        return whose.isEmpty() ? -1 : whose.get(0);
    }

    private static List<String> games(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Ids.timed(1_000_000 + i, "game " + i))
                .toList();
    }
}
