package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickThrottleTest {
    private final TickThrottle throttle = new TickThrottle();

    @Test
    void anAggregateHasOneTickUnderWay() {
        assertThat(throttle.mayAsk("a", 100)).isTrue();
        assertThat(throttle.mayAsk("a", 101)).isFalse();
        assertThat(throttle.mayAsk("b", 101)).isTrue();
        throttle.handled("a", true, 105);
        assertThat(throttle.mayAsk("a", 105)).isTrue();
    }

    @Test
    void aTickThatDoesNotComeBackInASecondIsTakenForLost() {
        throttle.mayAsk("a", 100);
        assertThat(throttle.mayAsk("a", 1_099)).isFalse();
        assertThat(throttle.mayAsk("a", 1_100)).isTrue();
        assertThat(throttle.mayAsk("a", 1_101)).isFalse();
    }

    @Test
    void aTickThatCameTooEarlyIsFollowedByAnotherOneAfterAPause() {
        throttle.mayAsk("a", 100);
        throttle.handled("a", false, 110);
        assertThat(throttle.mayAsk("a", 159)).isFalse();
        assertThat(throttle.mayAsk("a", 160)).isTrue();
        throttle.handled("b", false, 200);
        assertThat(throttle.mayAsk("b", 200)).as("none was under way").isTrue();
        // Never later than without it.
        throttle.handled("a", false, 1_150);
        assertThat(throttle.mayAsk("a", 1_160)).isTrue();
    }

    @Test
    void tellsWhenALostTickIsSentAgain() {
        assertThat(throttle.nextRetryMs(5_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(throttle.mayAsk("a", 5_000)).isTrue();
        assertThat(throttle.mayAsk("b", 5_400)).isTrue();
        assertThat(throttle.mayAskFromMs("a")).isEqualTo(6_000);
        assertThat(throttle.mayAskFromMs("c")).isZero();
        assertThat(throttle.nextRetryMs(5_500)).isEqualTo(6_000);
    }

    /** Its timers were cancelled before the tick came. */
    @Test
    void forgetsWhoNeedsNoTickAnyMore() {
        throttle.mayAsk("a", 5_000);
        throttle.mayAsk("b", 5_400);
        assertThat(throttle.nextRetryMs(6_000)).isEqualTo(6_400);
        assertThat(throttle.mayAskFromMs("a")).isZero();
    }
}
