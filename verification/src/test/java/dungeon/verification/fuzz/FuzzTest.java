package dungeon.verification.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.machine.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hostile input to a real cluster; {@code -Dfuzz.seed=} sends what another seed gives, and {@code ./dungeon fuzz} a case by itself. */
@Tag("slow")
class FuzzTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void eachCaseComesToExactlyOneOutcomeAndNoServerFails() throws Exception {
        FuzzPlan plan = new FuzzPlan(
                Long.getLong("fuzz.seed", 1), FuzzPlan.CASES, Optional.empty(), Optional.of(folder.resolve("data")));
        assertThat(new FuzzRun(plan, Progress.onTerminal()).run()).isEmpty();
    }
}
