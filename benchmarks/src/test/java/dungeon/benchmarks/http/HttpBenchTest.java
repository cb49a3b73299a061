package dungeon.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.machine.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A short run on the real system: that everything is measured and nothing goes wrong, not how fast it is. */
@Tag("slow")
class HttpBenchTest {
    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void measuresQueriesAndIngestWithoutAnError() throws Exception {
        Duration second = Duration.ofSeconds(1);
        HttpPlan plan = new HttpPlan(1, second, second, 8, 2, 100, 100, 10, 100, 10);

        List<HttpFigure> figures = HttpBench.run(plan, Progress.onTerminal());

        assertThat(figures)
                .extracting(HttpFigure::what)
                .containsExactly(
                        "one robot, local",
                        "one robot, local",
                        "all robots of a game, local",
                        "all robots of a game, local",
                        "one robot, forwarded",
                        "one robot, forwarded",
                        "all robots of a game, forwarded",
                        "all robots of a game, forwarded",
                        "single commands",
                        "single commands",
                        "commands in batches of 10",
                        "commands in batches of 10");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.figures().errors()).isEmpty();
            assertThat(figure.figures().count()).isPositive();
            assertThat(figure.perSecond()).isPositive();
        });
        // Lists have 300 robots, and come whole through the instance that does not hold the game.
        double robotBytes = figures.get(0).figures().bodyBytes();
        assertThat(figures.get(2).figures().bodyBytes()).isGreaterThan(200 * robotBytes);
        assertThat(figures.get(6).figures().bodyBytes()).isGreaterThan(200 * robotBytes);
    }
}
