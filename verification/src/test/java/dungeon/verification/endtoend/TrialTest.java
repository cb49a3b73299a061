package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.Progress;
import dungeon.verification.trial.Trial;
import dungeon.verification.trial.TrialPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A match on an installation that is up; with containers and what is done to them it is in k8s/images/trial. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class TrialTest {
    @TempDir
    Path folder;

    private Path token;

    @BeforeEach
    void writeToken(Machine machine) throws Exception {
        token = Files.writeString(folder.resolve("administrator.token"), machine.administratorToken());
    }

    @Test
    void aDisturbanceIsToldWhichGameItDisturbsAndWhoDecidesIt(Machine machine) throws Exception {
        Path told = folder.resolve("told");

        trial(machine, "echo $DUNGEON_GAME $DUNGEON_DECIDER > " + told).run();

        assertThat(told).content().matches("[0-9a-f-]{36} 127\\.0\\.0\\.1\n");
    }

    @Test
    void aDisturbanceThatFailsEndsTheTrial(Machine machine) {
        assertThatThrownBy(() -> trial(machine, "exit 3").run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The command ended with exit code 3: exit 3");
    }

    private Trial trial(Machine machine, String disturbance) {
        return new Trial(
                new TrialPlan(
                        machine.platform(),
                        List.of(machine.platform().queriesUrl()),
                        Optional.empty(),
                        token,
                        Duration.ofSeconds(12),
                        List.of(disturbance)),
                Progress.onTerminal());
    }
}
