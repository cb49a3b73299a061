package dungeon.standalone.cli;

import dungeon.players.connection.Platform;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;

/** For commands that read an installation, whether it is up or not. */
public final class RunningMachine {
    private RunningMachine() {}

    /** What is done with an installation that is up. */
    @FunctionalInterface
    public interface Task {
        /** Does it, and gives the exit code. */
        int with(Platform platform) throws Exception;
    }

    /** Uses what is running on these ports; if nothing is, starts it for the time of the task. */
    public static int use(MachineConfig config, Progress progress, Task task) throws Exception {
        Machine machine;
        try {
            machine = Machine.claim(config, progress);
        } catch (CannotStartException e) {
            Logging.toTerminal();
            progress.say("Using what is running: " + e.getMessage());
            return task.with(Machine.platformOf(config));
        }
        try (machine) {
            machine.closeOnSignal();
            machine.start();
            return task.with(machine.platform());
        }
    }
}
