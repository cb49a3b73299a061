package dungeon.verification.cli;

import dungeon.players.connection.Platform;
import dungeon.standalone.machine.Logging;
import dungeon.standalone.machine.Progress;
import dungeon.verification.checks.BrokenPromiseException;
import dungeon.verification.trial.Trial;
import dungeon.verification.trial.TrialPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A match on an installation that runs elsewhere. */
@Command(
        name = "trial",
        description =
                "Plays a match of bots on an installation that is up, such as one in containers, disturbs it if it is told how, and checks that"
                        + " every promise is kept.")
final class TrialCommand implements Callable<Integer> {
    @Option(names = "--ingest", paramLabel = "URL", description = "commands over HTTP (default: ${DEFAULT-VALUE})")
    private String ingest = Platform.LOCAL.ingestUrl();

    @Option(
            names = "--queries",
            paramLabel = "URL",
            split = ",",
            description = "an instance of the queries, or several, with commas between (default: that of one machine)")
    private List<String> queries = List.of(Platform.LOCAL.queriesUrl());

    @Option(
            names = "--history",
            paramLabel = "URL",
            description = "where the history answers, itself or the queries as its door; its answers are checked then")
    private Optional<String> history = Optional.empty();

    @Option(names = "--brokers", paramLabel = "ADDRESSES", description = "the brokers (default: ${DEFAULT-VALUE})")
    private String brokers = Platform.LOCAL.bootstrapServers();

    @Option(names = "--registry", paramLabel = "URL", description = "the schema registry (default: ${DEFAULT-VALUE})")
    private String registry = Platform.LOCAL.registryUrl();

    @Option(
            names = "--administrator-token",
            paramLabel = "FILE",
            required = true,
            description = "with the token that command ingest writes to administrator.token")
    private Path administratorToken;

    @Option(names = "--duration", paramLabel = "TIME", description = "of the match (default: 1m)")
    private Duration duration = Duration.ofMinutes(1);

    @Option(
            names = "--disturb",
            paramLabel = "COMMAND",
            description =
                    "of the shell, while the match is on; DUNGEON_DECIDER is the address of the topology's instance that decides the game. Can be"
                            + " given several times")
    private List<String> disturbances = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Logging.toTerminal();
        Progress progress = Progress.onTerminal();
        Platform platform = new Platform(ingest, queries.get(0), brokers, registry);
        try {
            new Trial(new TrialPlan(platform, queries, history, administratorToken, duration, disturbances), progress)
                    .run();
            return 0;
        } catch (BrokenPromiseException e) {
            progress.say("FOUND: " + e.getMessage());
            return 1;
        }
    }
}
