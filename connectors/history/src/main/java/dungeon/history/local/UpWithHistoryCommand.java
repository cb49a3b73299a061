package dungeon.history.local;

import dungeon.players.connection.Platform;
import dungeon.standalone.cli.MachineOptions;
import dungeon.standalone.cli.PageOptions;
import dungeon.standalone.cli.UpCommand;
import dungeon.standalone.machine.CannotStartException;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Ports;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.secure.Service;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, and then a history of it, for which nobody waits. */
@Command(
        name = "up",
        description =
                "Starts everything and stays up for players, until Ctrl-C. Afterwards, in the background, it brings all that"
                        + " has happened into a PostgreSQL of its own.")
final class UpWithHistoryCommand implements Callable<Integer> {
    @Mixin
    private MachineOptions options;

    @Mixin
    private PageOptions page;

    @Option(
            names = "--history-port",
            paramLabel = "PORT",
            description = "the history over HTTP (default: ${DEFAULT-VALUE})")
    private int historyPort = 8084;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "PostgreSQL (default: ${DEFAULT-VALUE})")
    private int postgresPort = 5433;

    @Option(
            names = "--worker-port",
            paramLabel = "PORT",
            description = "the worker of Kafka Connect (default: ${DEFAULT-VALUE})")
    private int workerPort = 8083;

    // The script starts the other command, which has no history, when it finds this; here it is for whoever asks what
    // there is.
    @SuppressWarnings("UnusedVariable")
    @Option(names = UpCommand.WITHOUT_HISTORY, description = "no PostgreSQL, and no history")
    private boolean withoutHistory;

    @Option(
            names = UpCommand.WITH_STATE_TOPICS,
            description = "publish the state of games on topics of its own (db.game.ecst.v1 and the like)")
    private boolean withStateTopics;

    @Option(
            names = UpCommand.WITH_ANALYTICS,
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "8085",
            description = "count sales, kills, activity and days in windows, on this port (default: ${FALLBACK-VALUE})")
    private int analyticsPort;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        MachineConfig config = options.machineConfig()
                .withHistoryAt("http://127.0.0.1:" + historyPort)
                .publishingState(withStateTopics)
                .withAnalyticsAt(analyticsPort);
        try (Machine machine = Machine.claim(config, progress)) {
            HistoryConfig historyConfig = historyOf(machine);
            requirePorts(historyConfig, config);
            machine.closeOnSignal();
            page.announce(config, progress);
            machine.start();
            page.show(config.queriesUrl() + "/", progress);
            try (BackgroundHistory history = BackgroundHistory.start(historyConfig, config.queriesUrl(), progress)) {
                Runtime.getRuntime().addShutdownHook(new Thread(history::close, "stop-history-on-signal"));
                UpCommand.stayUp(machine, progress);
            }
        }
        return 0;
    }

    private HistoryConfig historyOf(Machine machine) {
        Platform platform = machine.platformOf(Service.CONNECTORS);
        return new HistoryConfig(
                machine.resolve("history/local"),
                platform.bootstrapServers(),
                platform.kafka(),
                platform.registryUrl(),
                postgresPort,
                workerPort,
                historyPort,
                withStateTopics);
    }

    /** Before anything is started, so that whoever has to choose another port knows at once. */
    private void requirePorts(HistoryConfig config, MachineConfig installation) throws IOException {
        Ports machine = installation.ports();
        Map<Integer, String> options = new HashMap<>();
        options.put(machine.broker(), "--broker-port");
        options.put(machine.registry(), "--registry-port");
        options.put(machine.ingest(), "--ingest-port");
        options.put(machine.queries(), "--queries-port");
        if (analyticsPort != 0) {
            options.put(analyticsPort, UpCommand.WITH_ANALYTICS);
        }
        if (installation.isSecure()) {
            options.put(installation.servicesPort(), MachineOptions.SECURE);
        }
        // One that is left of a process that was killed has the port, and is ended when the history starts.
        boolean postgresRuns = LocalHistory.orphan(config).isPresent();
        requireFree(postgresPort, "PostgreSQL", "--postgres-port", options, postgresRuns);
        requireFree(workerPort, "worker of Kafka Connect", "--worker-port", options, false);
        requireFree(historyPort, "history", "--history-port", options, false);
    }

    private static void requireFree(int port, String part, String option, Map<Integer, String> options, boolean ours) {
        String other = options.put(port, option);
        if (other != null) {
            throw new CannotStartException(
                    "%s and %s are both %d; give them different ports".formatted(other, option, port));
        }
        if (!ours) {
            Ports.requireFree(port, part, option + ", or leave it out with " + UpCommand.WITHOUT_HISTORY);
        }
    }
}
