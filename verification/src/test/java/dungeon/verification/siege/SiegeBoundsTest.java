package dungeon.verification.siege;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.verification.siege.attacks.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a siege may show, and what it may not. */
class SiegeBoundsTest {
    private static final MemoryUse FLAT = new MemoryUse(List.of(300L, 300L, 300L), List.of(60L, 60L));

    private long p99UnderMs = 200;
    private int unanswered;
    private Map<String, Long> honestErrors = Map.of();
    private Map<String, Long> granted = Map.of("201", 5L);
    private Map<String, Long> errors = Map.of();
    private long tried = 50;
    private boolean mayGetThrough = true;
    private final Map<String, MemoryUse> memory = new LinkedHashMap<>(Map.of("topology-1", FLAT));
    private final Map<String, Integer> restarts = new TreeMap<>();
    private long standstillMs = 3_000;
    private List<String> unready = List.of();

    @Test
    void passesWhereEverythingIsJustWithinItsBounds() {
        assertThat(broken()).isEmpty();
    }

    @Test
    void namesHonestPlayersWhoWaitMoreThanTwiceAsLong() {
        p99UnderMs = 201;
        assertThat(broken())
                .containsExactly("honest: p99 is 201 ms under siege and was 100 ms before; 2 times that is allowed");
    }

    @Test
    void namesHonestCommandsWithoutAnOutcome() {
        unanswered = 1;
        assertThat(broken()).containsExactly("honest: 1 commands had no outcome {}");
    }

    @Test
    void namesEach5xxWhoeverGotIt() {
        honestErrors = Map.of("500 INTERNAL_ERROR", 2L);
        errors = Map.of("503 STARTING without Retry-After", 3L);
        assertThat(broken())
                .containsExactly(
                        "5xx: honest players were answered 500 INTERNAL_ERROR, 2 times",
                        "5xx: fat map types were answered 503 STARTING without Retry-After, 3 times");
    }

    @Test
    void namesWhatGotThroughAndMayNot() {
        mayGetThrough = false;
        assertThat(broken()).containsExactly("got through: fat map types, 5 times: {201=5}");
        granted = Map.of();
        assertThat(broken()).isEmpty();
    }

    @Test
    void namesAKindThatDidNotComeAtAll() {
        tried = 0;
        assertThat(broken()).containsExactly("not tried: fat map types did not try once, so nothing is shown");
    }

    @Test
    void namesPartsThatWereRestarted() {
        restarts.put("ingest-1", 1);
        assertThat(broken()).containsExactly("restarts: ingest-1, 1 times");
    }

    @Test
    void namesMemoryThatIsNotFlat() {
        memory.put("ingest-1", new MemoryUse(List.of(100L, 120L, 142L), List.of(60L, 99L)));
        assertThat(broken()).isEmpty();
        memory.put("ingest-1", new MemoryUse(List.of(100L, 120L, 143L), List.of(60L, 100L)));
        assertThat(broken())
                .containsExactly(
                        "memory: ingest-1 has 143 MB of its own in the last third and had 100 in the first; 142 are flat",
                        "memory: the heap of ingest-1 holds [60, 100] MB after a full collection; 99 are flat");
    }

    @Test
    void namesMemoryThatCouldNotBeMeasured() {
        memory.put("ingest-1", new MemoryUse(List.of(), List.of()));
        memory.put("queries-1", new MemoryUse(List.of(100L), List.of(60L, -1L)));
        assertThat(broken())
                .containsExactly(
                        "memory: ingest-1 was not measured",
                        "memory: the heap of queries-1 holds [60, -1] MB after a full collection; 99 are flat");
    }

    @Test
    void namesAForeignTransactionThatStopsPlayForLong() {
        standstillMs = 3_001;
        assertThat(broken())
                .containsExactly("standstill: one left open, play stood still for 3.0 s; 3.0 s are allowed");
    }

    @Test
    void namesServicesThatAreNotReadyAfterwards() {
        unready = List.of("http://ingest is not ready");
        assertThat(broken()).containsExactly("not ready afterwards: http://ingest is not ready");
    }

    @Test
    void comparesNothingWhereNothingWasMeasured() {
        assertThat(SiegeBounds.broken(new SiegeResult(
                        span(0, 0, Map.of()),
                        span(0, 0, Map.of()),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        List.of())))
                .containsExactly("honest: 0 outcomes before and 0 under siege are too few to compare");
    }

    private List<String> broken() {
        Tally.Figures figures = new Tally.Figures(tried, 0, Map.of("429", 45L), granted, Map.of(), errors, 1_000);
        return SiegeBounds.broken(new SiegeResult(
                span(1_000, 100, Map.of()),
                new HonestAnswers.Span(
                        new Latencies.Figures(1_000, unanswered, 20, p99UnderMs, 300), Map.of(), honestErrors),
                List.of(new SiegeResult.Kind("fat map types", "a map", 60, mayGetThrough, figures)),
                memory,
                restarts,
                List.of(new SiegeResult.Standstill("one left open", standstillMs)),
                unready));
    }

    private static HonestAnswers.Span span(int commands, long p99Ms, Map<String, Long> errors) {
        return new HonestAnswers.Span(new Latencies.Figures(commands, 0, 20, p99Ms, 300), Map.of(), errors);
    }
}
