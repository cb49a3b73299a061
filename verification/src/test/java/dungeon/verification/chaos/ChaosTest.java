package dungeon.verification.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.machine.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short run on a real cluster: a kill and two zombies; {@code ./dungeon chaos} has the long ones. */
@Tag("slow")
class ChaosTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void keepsEveryPromiseWhenAnInstanceIsKilledAndOthersComeBackAsZombies() throws Exception {
        ChaosPlan plan = new ChaosPlan(
                1,
                Optional.empty(),
                List.of(Fault.KILL_TOPOLOGY, Fault.FREEZE_TOPOLOGY, Fault.FREEZE_QUERIES),
                Optional.of(folder.resolve("data")),
                false,
                Optional.empty(),
                0,
                List.of());
        assertThat(new ChaosRun(plan, Progress.onTerminal()).run()).isTrue();
    }
}
