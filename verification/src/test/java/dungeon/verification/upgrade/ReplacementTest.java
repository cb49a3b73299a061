package dungeon.verification.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.verification.chaos.QueryProbe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplacementTest {
    @Test
    void whatSaysThatItComesAgainIsNamed() {
        assertThat(during("topology-1", "queries-2", "503 NOT_AVAILABLE").broken())
                .isEmpty();
        assertThat(during("topology-1", "door-2", "503 NOT_YET").broken()).isEmpty();
    }

    @Test
    void whoIsBeingReplacedMayRefuseConnections() {
        assertThat(during("queries-2", "queries-2", "connection refused").broken())
                .isEmpty();
        assertThat(during("queries-2", "door-2", "connection refused").broken()).isEmpty();
    }

    @Test
    void nobodyElseMay() {
        assertThat(during("queries-2", "queries-1", "connection refused").broken())
                .containsExactly("3 questions to queries-1 came to: connection refused");
    }

    @Test
    void whileNothingIsReplacedAnyFailureIsBroken() {
        assertThat(during("", "queries-1", "connection refused").broken())
                .containsExactly("3 questions to queries-1 came to: connection refused");
        assertThat(during("", "queries-1", "503 NOT_AVAILABLE").broken())
                .containsExactly("3 questions to queries-1 came to: 503 NOT_AVAILABLE");
    }

    @Test
    void aRobotMayBeAwayForThreeSecondsAndNoLonger() {
        assertThat(away(3_000).broken()).isEmpty();
        assertThat(away(3_001).broken())
                .containsExactly("a robot was not to be had from any instance for 3001 ms, and 3000 are allowed");
    }

    @Test
    void anyOtherFailureIsBroken() {
        assertThat(during("queries-2", "queries-2", "503 NOT_AVAILABLE without Retry-After")
                        .broken())
                .hasSize(1);
        assertThat(during("queries-2", "queries-2", "500 INTERNAL_ERROR").broken())
                .hasSize(1);
        assertThat(during("queries-2", "queries-1", "404 UNKNOWN_ROBOT").broken())
                .hasSize(1);
    }

    @Test
    void saysHowLongGamesStoodStill() {
        Replacement seen = new Replacement(
                "topology-1", "b", 900, 12_000, List.of(300L, 900L, 400L), List.of(250L), findings(Map.of()));
        assertThat(seen.figures())
                .startsWith(
                        "stopped in 0.9 s, served 12.0 s later; games stood still: its own 900 ms at most, half of 3"
                                + " 400 ms, others 250 ms at most, half of 1 250 ms");
    }

    private static Replacement during(String replaced, String asked, String failure) {
        return new Replacement(replaced, "b", 0, 0, List.of(), List.of(), findings(Map.of(asked, Map.of(failure, 3L))));
    }

    private static Replacement away(long ms) {
        return new Replacement(
                "queries-2",
                "b",
                0,
                0,
                List.of(),
                List.of(),
                new QueryProbe.Findings(Map.of("either", ms), 10, 10, 0, 0, 0, Map.of()));
    }

    private static QueryProbe.Findings findings(Map<String, Map<String, Long>> failures) {
        return new QueryProbe.Findings(Map.of(), 10, 10, 0, 0, 0, failures);
    }
}
