package dungeon.platform.streams.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WakeUpTest {
    private static final long NOW_MS = 1_000_000;

    private final MockProcessorContext<Object, Object> context = new MockProcessorContext<>();
    private final List<Long> woken = new ArrayList<>();
    private final WakeUp wakeUp = new WakeUp(context, Duration.ofMillis(10), woken::add);

    @BeforeEach
    void setTime() {
        context.setCurrentSystemTimeMs(NOW_MS);
    }

    @Test
    void wakesSoonAfterTheBeginningAndThenNotUntilItIsAsked() {
        wakeUp.begin();
        assertThat(scheduledInMs()).containsExactly(10L);
        fire();
        assertThat(woken).containsExactly(NOW_MS);
        assertThat(scheduledInMs()).isEmpty();
        wakeUp.at(Long.MAX_VALUE);
        assertThat(scheduledInMs()).isEmpty();
    }

    @Test
    void wakesWhenSomethingIsDue() {
        wakeUp.at(NOW_MS + 5_000);
        assertThat(scheduledInMs()).containsExactly(5_000L);
    }

    @Test
    void wakesSoonForWhatIsLongDueAndNotAtOnce() {
        wakeUp.at(0);
        wakeUp.at(NOW_MS - 1);
        wakeUp.at(NOW_MS + 3);
        assertThat(scheduledInMs()).containsExactly(10L);
        assertThat(context.scheduledPunctuators()).hasSize(1);
    }

    @Test
    void wakesEarlierIfSomethingComesBefore() {
        wakeUp.at(NOW_MS + 5_000);
        wakeUp.at(NOW_MS + 9_000);
        wakeUp.at(NOW_MS + 2_000);
        assertThat(scheduledInMs()).containsExactly(2_000L);
    }

    @Test
    void canBeAskedWhileItWakes() {
        List<WakeUp> self = new ArrayList<>();
        WakeUp again =
                new WakeUp(context, Duration.ofMillis(10), nowMs -> self.get(0).at(nowMs + 700));
        self.add(again);
        again.at(NOW_MS + 50);
        fire();
        assertThat(scheduledInMs()).containsExactly(700L);
    }

    private List<Long> scheduledInMs() {
        return context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .map(punctuator -> punctuator.getInterval().toMillis())
                .toList();
    }

    private void fire() {
        CapturedPunctuator next = context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .findFirst()
                .orElseThrow();
        next.getPunctuator().punctuate(NOW_MS);
    }
}
