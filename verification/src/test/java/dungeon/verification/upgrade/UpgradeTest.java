package dungeon.verification.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dungeon upgrade} does; skipped in a clone without a history, which has no older build. */
@Tag("long")
class UpgradeTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void keepsEveryPromiseWhileAnOlderBuildIsReplacedAndComesBack() throws Exception {
        OlderBuild older = olderOrSkipped();
        UpgradePlan plan = new UpgradePlan(older.name(), older.classes(), 1, 1, Optional.of(folder.resolve("data")));
        assertThat(new UpgradeRun(plan, Progress.onTerminal()).run()).isTrue();
    }

    private static OlderBuild olderOrSkipped() throws InterruptedException {
        try {
            return OlderBuild.of(OlderBuild.revisionBeforeTheSchemasOfToday());
        } catch (CannotStartException e) {
            return Assumptions.abort(e.getMessage());
        }
    }
}
