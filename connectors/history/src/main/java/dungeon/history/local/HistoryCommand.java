package dungeon.history.local;

import dungeon.history.db.Database;
import dungeon.players.connection.Platform;
import dungeon.standalone.cli.MachineOptions;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.DataFolder;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Ports;
import dungeon.standalone.machine.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a history beside an installation. */
@Command(
        name = "history",
        description =
                "Brings all events of an installation that is up into a PostgreSQL of its own, from the first on, until Ctrl-C.")
final class HistoryCommand implements Callable<Integer> {
    private static final long LOOK_MS = 500;

    @Mixin
    private MachineOptions options;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "PostgreSQL (default: ${DEFAULT-VALUE})")
    private int postgresPort = 5433;

    @Option(
            names = "--worker-port",
            paramLabel = "PORT",
            description = "the worker of Kafka Connect (default: ${DEFAULT-VALUE})")
    private int workerPort = 8083;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        MachineConfig machine = options.machineConfig();
        Path installation = machine.dataFolder();
        if (!Files.exists(installation.resolve("format"))) {
            throw new CannotStartException(
                    "There is no installation in %s; start one with ./dungeon up, or name its folder with --data"
                            .formatted(installation));
        }
        try (DataFolder folder = DataFolder.open(installation.resolve("history"))) {
            Logging.toFolder(folder.resolve("logs"));
            Platform platform = Machine.platformOf(machine);
            if (workerPort == postgresPort) {
                throw new CannotStartException(
                        "--worker-port and --postgres-port are both %d; give them different ports"
                                .formatted(workerPort));
            }
            Ports.requireFree(workerPort, "worker", "--worker-port");
            progress.say("Starting PostgreSQL; the first time, it is unpacked");
            HistoryConfig config = new HistoryConfig(
                    folder.resolve("local"),
                    platform.bootstrapServers(),
                    platform.registryUrl(),
                    postgresPort,
                    workerPort);
            try (LocalHistory history = LocalHistory.start(config, progress::say)) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(history, progress), "stop-on-signal"));
                keepUp(history, progress);
            }
        }
        return 0;
    }

    private static void stop(LocalHistory history, Progress progress) {
        progress.say("Stopping");
        try {
            history.close();
        } catch (IOException e) {
            LoggerFactory.getLogger(HistoryCommand.class).error("PostgreSQL could not be stopped", e);
        }
    }

    /** Says where everything is, and never returns. */
    private void keepUp(LocalHistory history, Progress progress) throws InterruptedException {
        for (Database database : Database.values()) {
            progress.say("%s: psql postgresql://%s:%s@127.0.0.1:%d/%s"
                    .formatted(
                            database == Database.HISTORY ? "Events of games" : "Players",
                            Roles.READER,
                            history.roles().passwordOf(Roles.READER),
                            postgresPort,
                            database.label()));
        }
        for (boolean told = false; !history.worker().isRunning(); told = true) {
            if (!told) {
                progress.say("Waiting for the connectors, which need the broker and the registry of ./dungeon up");
            }
            Thread.sleep(LOOK_MS);
        }
        progress.say("The connectors run; stop with Ctrl-C");
        new CountDownLatch(1).await();
    }
}
