package dungeon.platform.core.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerQueueTest {
    private final TimerQueue queue = new TimerQueue();

    @Test
    void ordersByDueTimeThenBySettingThenByKindAndSubject() {
        List<DueTimer> inOrder = List.of(
                timer(9, 7, 5, "b"),
                timer(10, 2, 4, "b"),
                timer(10, 3, 3, "c"),
                timer(10, 3, 4, "a"),
                timer(10, 3, 4, "c"),
                timer(11, 1, 1, ""));
        for (int i : new int[] {3, 5, 0, 4, 1, 2}) {
            queue.add("a", inOrder.get(i));
        }

        assertThat(queue.of("a").next()).isEqualTo(inOrder.get(0));
        assertThat(queue.of("a").all()).isEqualTo(inOrder);
        assertThat(queue.of("a").find(new TimerId(4, "c"))).isEqualTo(inOrder.get(4));
        assertThat(queue.of("a").find(new TimerId(4, "d"))).isNull();
    }

    @Test
    void listsTheAggregatesThatAreDueTheLongestOverdueFirst() {
        queue.add("b", timer(30, 1, 1, ""));
        queue.add("b", timer(15, 2, 2, ""));
        queue.add("a", timer(20, 1, 1, ""));
        queue.add("c", timer(21, 1, 1, ""));
        assertThat(queue.dueBy(14)).isEmpty();
        assertThat(queue.dueBy(20)).containsExactly("b", "a");
        queue.remove("b", timer(15, 2, 2, ""));
        assertThat(queue.dueBy(20)).containsExactly("a");
        assertThat(queue.dueBy(30)).containsExactly("a", "c", "b");
    }

    @Test
    void forgetsAnAggregateWithoutTimers() {
        DueTimer only = timer(10, 1, 1, "");
        queue.add("a", only);
        queue.remove("a", only);
        queue.remove("a", only);
        queue.remove("never seen", only);

        assertThat(queue.of("a").next()).isNull();
        assertThat(queue.of("a").isEmpty()).isTrue();
        assertThat(queue.of("never seen")).isEqualTo(new AggregateTimers());
        assertThat(queue.dueBy(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void takesNoSecondTimerForTheSame() {
        queue.add("a", timer(10, 1, 3, "x"));
        queue.add("a", timer(10, 1, 3, "y"));
        queue.add("b", timer(10, 1, 3, "x"));

        assertThatIllegalStateException()
                .isThrownBy(() -> queue.add("a", timer(11, 2, 3, "x")))
                .withMessageContaining("dueMs=10")
                .withMessageContaining("dueMs=11");
    }

    @Test
    void removesATimerOnlyAsItWasSet() {
        queue.add("a", timer(10, 1, 3, "x"));
        queue.remove("a", timer(10, 2, 3, "x"));
        queue.remove("a", timer(11, 1, 3, "x"));

        assertThat(queue.of("a").all()).containsExactly(timer(10, 1, 3, "x"));
    }

    /** Few times, kinds and aggregates, so that much is due at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isASortedListWhateverComes(long seed) {
        Random random = new Random(seed);
        List<String> aggregates = List.of("a", "b", "c", "d");
        List<Entry> expected = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            String aggregateId = aggregates.get(random.nextInt(aggregates.size()));
            DueTimer timer =
                    timer(random.nextInt(20), random.nextInt(5), 1 + random.nextInt(3), "s" + random.nextInt(4));
            expected.stream()
                    .filter(entry -> entry.aggregateId().equals(aggregateId)
                            && entry.timer().id().equals(timer.id()))
                    .findFirst()
                    .ifPresent(entry -> {
                        queue.remove(aggregateId, entry.timer());
                        expected.remove(entry);
                    });
            if (random.nextInt(3) > 0) {
                queue.add(aggregateId, timer);
                expected.add(new Entry(aggregateId, timer));
            }
            compare(aggregates, expected, random.nextInt(22) - 1);
        }
    }

    private void compare(List<String> aggregates, List<Entry> expected, long atMs) {
        for (String aggregateId : aggregates) {
            List<DueTimer> ofAggregate = expected.stream()
                    .filter(entry -> entry.aggregateId().equals(aggregateId))
                    .map(Entry::timer)
                    .sorted(Comparator.comparingLong(DueTimer::dueMs)
                            .thenComparingLong(DueTimer::setBy)
                            .thenComparingInt(timer -> timer.id().kind())
                            .thenComparing(timer -> timer.id().subject()))
                    .toList();
            AggregateTimers timers = queue.of(aggregateId);
            assertThat(timers.all()).isEqualTo(ofAggregate);
            assertThat(timers.isEmpty()).isEqualTo(ofAggregate.isEmpty());
            assertThat(timers.next()).isEqualTo(ofAggregate.isEmpty() ? null : ofAggregate.get(0));
            ofAggregate.forEach(timer -> assertThat(timers.find(timer.id())).isEqualTo(timer));
        }
        List<String> due = expected.stream()
                .filter(entry -> entry.timer().dueMs() <= atMs)
                .sorted(Comparator.comparingLong((Entry entry) -> entry.timer().dueMs())
                        .thenComparing(Entry::aggregateId))
                .map(Entry::aggregateId)
                .distinct()
                .toList();
        assertThat(queue.dueBy(atMs)).isEqualTo(due);
        assertThat(new HashSet<>(due)).hasSameSizeAs(due);
    }

    private record Entry(String aggregateId, DueTimer timer) {}

    private static DueTimer timer(long dueMs, long setBy, int kind, String subject) {
        return new DueTimer(dueMs, setBy, new TimerId(kind, subject));
    }
}
