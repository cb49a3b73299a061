package dungeon.topology.game;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.rules.DueTimer;
import dungeon.schemas.state.Timer;
import dungeon.schemas.state.TimerKind;
import org.junit.jupiter.api.Test;

class TimerOrderTest {
    private final TimerOrder order = new TimerOrder();

    @Test
    void ordersByDueTimeAndThenBySetting() {
        DueTimer later = timer(20, 1, TimerKind.GAME_END);
        DueTimer second = timer(10, 3, TimerKind.ROBOT_QUEUE);
        DueTimer first = timer(10, 2, TimerKind.ROBOT_QUEUE);
        order.add("a", later);
        order.add("a", second);
        order.add("a", first);
        assertThat(order.next("a")).isEqualTo(first);
        assertThat(order.all("a")).containsExactly(first, second, later);
    }

    @Test
    void listsTheGamesThatAreDueTheLongestOverdueFirst() {
        order.add("b", timer(30, 1, TimerKind.GAME_END));
        order.add("b", timer(15, 2, TimerKind.GAME_END));
        order.add("a", timer(20, 1, TimerKind.GAME_END));
        order.add("c", timer(21, 1, TimerKind.GAME_END));
        assertThat(order.gamesDueBy(20)).containsExactly("b", "a");
        order.remove("b", timer(15, 2, TimerKind.GAME_END));
        assertThat(order.gamesDueBy(20)).containsExactly("a");
        assertThat(order.gamesDueBy(30)).containsExactly("a", "c", "b");
    }

    @Test
    void forgetsAGameWithoutTimers() {
        DueTimer only = timer(10, 1, TimerKind.GAME_END);
        order.add("a", only);
        order.remove("a", only);
        order.remove("a", only);
        assertThat(order.next("a")).isNull();
        assertThat(order.gamesDueBy(Long.MAX_VALUE)).isEmpty();
    }

    private static DueTimer timer(long dueMs, long setBy, TimerKind kind) {
        return new DueTimer(dueMs, setBy, new Timer(kind, null, null));
    }
}
