package dungeon.standalone.cli;

import dungeon.players.connection.Platform;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and stays up. */
@Command(name = "up", description = "Starts everything and stays up for players, until Ctrl-C.")
public final class UpCommand implements Callable<Integer> {
    public static final String WITHOUT_HISTORY = "--without-history";
    public static final String WITH_ANALYTICS = "--with-analytics";
    public static final String WITH_STATE_TOPICS = "--with-state-topics";

    @Mixin
    private MachineOptions options;

    @Mixin
    private PageOptions page;

    // The script asks for it before it chooses what to start; this command never has a history.
    @SuppressWarnings("UnusedVariable")
    @Option(names = WITHOUT_HISTORY, description = "no PostgreSQL, and no history")
    private boolean withoutHistory;

    @Option(
            names = WITH_STATE_TOPICS,
            description = "publish the state of games on topics of its own (db.game.ecst.v1 and the like)")
    private boolean withStateTopics;

    @Option(
            names = WITH_ANALYTICS,
            paramLabel = "PORT",
            arity = "0..1",
            fallbackValue = "8085",
            description = "count sales, kills, activity and days in windows, on this port (default: ${FALLBACK-VALUE})")
    private int analyticsPort;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onTerminal();
        MachineConfig config =
                options.machineConfig().publishingState(withStateTopics).withAnalyticsAt(analyticsPort);
        try (Machine machine = Machine.claim(config, progress)) {
            machine.closeOnSignal();
            page.announce(config, progress);
            machine.start();
            page.show(config.queriesUrl() + "/", progress);
            stayUp(machine, progress);
        }
        return 0;
    }

    /** Says where everything is, and returns never but by an exception. */
    public static void stayUp(Machine machine, Progress progress) throws InterruptedException, ExecutionException {
        Platform platform = machine.platform();
        progress.say("Watch and play at %s/".formatted(platform.queriesUrl()));
        progress.say("Players are welcome: %s for commands, %s for queries, Kafka on %s"
                .formatted(platform.ingestUrl(), platform.queriesUrl(), platform.bootstrapServers()));
        Object trusted = platform.kafka().get("ssl.truststore.location");
        if (trusted != null) {
            progress.say("On Kafka, players log in with their tokens, over TLS; what their clients have to trust is in "
                    + trusted);
        }
        progress.say(
                "The administrator's token is in %s; stop with Ctrl-C".formatted(machine.administratorTokenFile()));
        Throwable cause = machine.failure().get();
        throw new IllegalStateException("A part of the system has failed: " + cause, cause);
    }
}
