package dungeon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void takesTheValueInTheMiddle() {
        assertThat(figure(3, 1, 2).median()).isEqualTo(2);
        assertThat(figure(4, 1, 2, 3).median()).isEqualTo(2.5);
    }

    @Test
    void holdsTheMedianAgainstTheLimit() {
        assertThat(figure(1, 2, 3).atLeast(2).kept()).isTrue();
        assertThat(figure(1, 2, 3).atLeast(2.1).kept()).isFalse();
        assertThat(figure(1, 2, 3).atMost(2).kept()).isTrue();
        assertThat(figure(1, 2, 3).atMost(1.9).kept()).isFalse();
        assertThat(figure(1, 2, 3).kept()).isNull();
    }

    @Test
    void saysWhatItIsHeldAgainst() {
        assertThat(figure(1_200, 800, 1_000).atMost(900).toString())
                .startsWith("a move")
                .endsWith("1,000 bytes (800 to 1,200); at most 900: NOT reached");
    }

    private static Figure figure(double... values) {
        return Figure.of(
                "bytes",
                "a move",
                "bytes",
                java.util.Arrays.stream(values).boxed().toList());
    }
}
