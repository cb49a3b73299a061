package dungeon.queries.events;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.events.FeedStart.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedStartTest {
    private static final Step END = new Step(90, 5_000);

    @Test
    void whatIsNearIsNotSteppedOver() {
        Step near = new Step(10, 1_000 + FeedStart.NEAR_RECORDS);
        Step far = new Step(20, 1_001 + FeedStart.NEAR_RECORDS);
        Step nearThat = new Step(30, far.offset() + 1);

        FeedStart start = FeedStart.of("game", 5, 1_000, List.of(near, far, nearThat), END);

        assertThat(start.steps()).containsExactly(far, END);
        assertThat(start.lastBeforeStep(5)).isEqualTo(19);
        assertThat(start.lastBeforeStep(20)).isEqualTo(89);
        assertThat(start.lastBeforeStep(90)).isEqualTo(Long.MAX_VALUE);
        assertThat(start.skip(19, 1_200)).isEqualTo(1_200);
        assertThat(start.skip(20, 1_200)).isEqualTo(far.offset());
        assertThat(start.skip(90, 6_000)).isEqualTo(6_000);
    }
}
