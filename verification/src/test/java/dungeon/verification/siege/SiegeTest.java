package dungeon.verification.siege;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.machine.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short siege of a real cluster; {@code ./dungeon siege} has the long ones, and holds the platform to all of its bounds. */
@Tag("slow")
class SiegeTest {
    private static final List<String> ASSERTED =
            List.of("got through:", "not tried:", "restarts:", "not ready afterwards:");

    @TempDir
    Path folder;

    /**
     * Asserts what does not depend on how much else the machine has to do. Waiting times, answers 5xx, memory and the
     * standstill are printed and not asserted: they are for a machine that has nothing else to do.
     */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void letsNothingThroughThatNobodyMayDo() throws Exception {
        SiegePlan plan = new SiegePlan(
                1,
                100,
                Duration.ofMinutes(1),
                Duration.ofSeconds(20),
                List.of(),
                false,
                false,
                Optional.of(folder.resolve("data")));
        assertThat(new SiegeRun(plan, Progress.onTerminal()).run())
                .noneMatch(bound -> ASSERTED.stream().anyMatch(bound::startsWith));
    }
}
