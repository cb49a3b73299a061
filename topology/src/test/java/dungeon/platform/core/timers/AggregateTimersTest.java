package dungeon.platform.core.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class AggregateTimersTest {
    private static final TimerId QUEUE = new TimerId(4, "a robot");

    private final AggregateTimers timers = new AggregateTimers();

    @Test
    void hasAtMostOneForTheSame() {
        DueTimer first = new DueTimer(10, 1, QUEUE);
        DueTimer second = new DueTimer(9, 2, QUEUE);
        timers.add(first);

        assertThatIllegalStateException()
                .isThrownBy(() -> timers.add(second))
                .withMessage("%s is set, and %s for the same is to be set too", first, second);
        timers.remove(first);
        timers.add(second);

        assertThat(timers.all()).containsExactly(second);
        assertThat(timers.find(QUEUE)).isEqualTo(second);
    }

    @Test
    void whatIsNotSetIsNotRemoved() {
        DueTimer set = new DueTimer(10, 1, QUEUE);
        timers.add(set);
        timers.remove(new DueTimer(10, 2, QUEUE));
        timers.remove(new DueTimer(10, 1, TimerId.of(4)));
        assertThat(timers.all()).containsExactly(set);

        timers.remove(set);
        timers.remove(set);
        assertThat(timers.isEmpty()).isTrue();
        assertThat(timers.next()).isNull();
        assertThat(timers.find(QUEUE)).isNull();
    }

    @Test
    void allIsAsItWasWhenItWasAskedFor() {
        timers.add(new DueTimer(10, 1, QUEUE));
        var before = timers.all();
        before.forEach(timers::remove);

        assertThat(before).hasSize(1);
        assertThat(timers.all()).isEmpty();
    }

    @Test
    void thoseWithTheSameTimersAreEqual() {
        AggregateTimers others = new AggregateTimers();
        timers.add(new DueTimer(10, 1, QUEUE));
        timers.add(new DueTimer(10, 1, TimerId.of(1)));
        others.add(new DueTimer(10, 1, TimerId.of(1)));
        assertThat(timers).isNotEqualTo(others).isNotEqualTo("timers");

        others.add(new DueTimer(10, 1, QUEUE));
        assertThat(timers).isEqualTo(others).hasSameHashCodeAs(others).hasToString(others.toString());
    }
}
