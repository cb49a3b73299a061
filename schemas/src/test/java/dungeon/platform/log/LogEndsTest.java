package dungeon.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogEndsTest {
    private final List<CompletableFuture<Map<Integer, Long>>> asked = new ArrayList<>();
    private final LogEnds ends = new LogEnds(() -> {
        CompletableFuture<Map<Integer, Long>> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    });

    @Test
    void whoComesWhileTheBrokersAreAskedGetsTheNextAnswer() {
        CompletableFuture<Map<Integer, Long>> first = ends.now();
        CompletableFuture<Map<Integer, Long>> second = ends.now();
        CompletableFuture<Map<Integer, Long>> third = ends.now();

        asked.get(0).complete(Map.of(0, 1L));
        assertThat(first).isCompletedWithValue(Map.of(0, 1L));
        assertThat(second).isNotDone();

        asked.get(1).complete(Map.of(0, 2L));
        assertThat(second).isCompletedWithValue(Map.of(0, 2L));
        assertThat(third).isCompletedWithValue(Map.of(0, 2L));
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerThatFailsHoldsNobodyElseUp() {
        CompletableFuture<Map<Integer, Long>> first = ends.now();
        CompletableFuture<Map<Integer, Long>> second = ends.now();

        asked.get(0).completeExceptionally(new IllegalStateException("away"));
        asked.get(1).complete(Map.of(0, 2L));

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(Map.of(0, 2L));
        assertThat(ends.now()).isNotDone();
        assertThat(asked).hasSize(3);
    }
}
