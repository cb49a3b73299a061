package dungeon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyFiguresTest {
    private static final String COLD = "cold, 2,000/s";
    private static final String WARM = "warm, 2,000/s";

    private final LatencyFigures figures = new LatencyFigures();

    @Test
    void takesTheRatioWithinARound() {
        // The machine was ten times slower in the second round, and for both.
        figures.add(WARM, delays(20, 40), delays(10, 20));
        figures.add(WARM, delays(300, 900), delays(100, 200));
        figures.add(WARM, delays(20, 60), delays(5, 20));
        assertThat(figure(WARM + ": p50, ratio").values()).containsExactly(2.0, 3.0, 4.0);
        assertThat(figure(WARM + ": p99, ratio").values()).containsExactly(2.0, 4.5, 3.0);
        assertThat(figure(WARM + ": p99, ratio").median()).isEqualTo(3);
    }

    @Test
    void putsThePassThroughAndTheRatioBesideTheMilliseconds() {
        figures.add(WARM, delays(20, 40), delays(10, 20));
        assertThat(all().stream().map(Figure::name).toList())
                .containsSubsequence(
                        WARM + ": p99", WARM + ": p99, passed through", WARM + ": p99, ratio", WARM + ": p99.9");
        assertThat(figure(WARM + ": p99").median()).isEqualTo(40);
        assertThat(figure(WARM + ": p99, passed through").median()).isEqualTo(20);
    }

    @Test
    void limitsTheMillisecondsOfOneLoadOnly() {
        figures.add(COLD, delays(200, 400), delays(10, 20));
        figures.add(WARM, delays(20, 61), delays(10, 20));
        assertThat(all().stream()
                        .filter(figure -> figure.limit() != null)
                        .map(Figure::name)
                        .toList())
                .containsExactly(WARM + ": p99");
        assertThat(figure(WARM + ": p99").kept()).isFalse();
    }

    @Test
    void keepsWhatACommandCostsAndWhetherTheCompilersRest() {
        figures.add(WARM, new Delays(1, 1, 1, 30, 12, 3), new Delays(1, 1, 1, 5, 6, 4));
        assertThat(figure(WARM + ": processor time of a command").median()).isEqualTo(30);
        assertThat(figure(WARM + ": broker's processor time").median()).isEqualTo(12);
        assertThat(figure(WARM + ": broker's processor time, passed through").median())
                .isEqualTo(6);
        assertThat(figure(WARM + ": compilers at work").median()).isEqualTo(3);
    }

    private List<Figure> all() {
        return figures.figures(WARM, 60);
    }

    private Figure figure(String name) {
        return all().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Delays delays(double p50Ms, double p99Ms) {
        return new Delays(p50Ms, p99Ms, 2 * p99Ms, 0, 0, 0);
    }
}
