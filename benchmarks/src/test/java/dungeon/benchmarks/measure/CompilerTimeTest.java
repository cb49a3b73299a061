package dungeon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompilerTimeTest {
    @Test
    void readsTheCounters() {
        String counters = """
                4711:
                java.ci.totalTime=3500000000
                java.cls.loadedClasses=9000
                sun.ci.totalTime=1
                sun.os.hrt.frequency=1000000000
                """;
        assertThat(CompilerTime.seconds(counters)).isEqualTo(3.5);
    }

    @Test
    void saysIfTheJvmDoesNotTell() {
        assertThatThrownBy(() -> CompilerTime.seconds("AttachNotSupportedException"))
                .hasMessageContaining("totalTime");
    }
}
