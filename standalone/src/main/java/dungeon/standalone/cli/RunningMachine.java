package dungeon.standalone.cli;

import dungeon.players.connection.Platform;
import dungeon.standalone.machine.BrokerAccess;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.secure.Service;

/** For commands that read an installation, whether it is up or not. */
public final class RunningMachine {
    private RunningMachine() {}

    /** What is done with an installation that is up. */
    @FunctionalInterface
    public interface Task {
        /** Does it, and gives the exit code. */
        int with(Platform platform) throws Exception;
    }

    /**
     * Uses what is running on these ports; if nothing is, starts it for the time of the task.
     *
     * @param service as whom the task comes to the broker
     */
    public static int use(MachineConfig config, Service service, Progress progress, Task task) throws Exception {
        Machine machine;
        try {
            machine = Machine.claim(config, progress);
        } catch (CannotStartException e) {
            Logging.toTerminal();
            progress.say("Using what is running: " + e.getMessage());
            return task.with(BrokerAccess.of(config).of(service));
        }
        try (machine) {
            machine.closeOnSignal();
            machine.start();
            return task.with(machine.platformOf(service));
        }
    }
}
