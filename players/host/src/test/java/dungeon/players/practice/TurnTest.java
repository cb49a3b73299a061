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
            assertThat(IntStream.range(0, 3).mapToObj(instance -> new Turn(instance, 3, PATIENCE).delay(gameId)))
                    .containsExactlyInAnyOrder(Duration.ZERO, PATIENCE, PATIENCE.multipliedBy(2));
        }
    }

    @Test
    void gamesAreSharedOutEvenly() {
        Turn one = new Turn(1, 4, PATIENCE);

        assertThat(games(4_000).stream()
                        .filter(gameId -> one.delay(gameId).isZero())
                        .count())
                .isBetween(900L, 1_100L);
    }

    @Test
    void theOnlyInstanceWaitsForNobody() {
        assertThat(games(20))
                .allSatisfy(gameId -> assertThat(Turn.alone().delay(gameId)).isZero());
    }

    @Test
    void saysWhichNumbersThereAre() {
        assertThatThrownBy(() -> new Turn(2, 2, PATIENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instance is 2, and there are 2 instances: set it to 0 to 1, or instances to more");
    }

    private static List<String> games(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Ids.timed(i, "game " + i))
                .toList();
    }
}
