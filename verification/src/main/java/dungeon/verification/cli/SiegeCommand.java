package dungeon.verification.cli;

import dungeon.standalone.machine.Progress;
import dungeon.verification.siege.SiegePlan;
import dungeon.verification.siege.SiegeRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hostile players beside honest ones. */
@Command(
        name = "siege",
        description =
                "Lets ten kinds of hostile players come at once, beside honest ones, and checks that these notice little,"
                        + " that nothing falls over and that memory stays flat. Ends with 1 if a bound is broken.")
final class SiegeCommand implements Callable<Integer> {
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final Duration CALM_BEFORE_EACH = Duration.ofSeconds(20);

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "how long they come (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of all that they choose (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--rate",
            paramLabel = "PERCENT",
            description = "of each kind's own rate (default: ${DEFAULT-VALUE})",
            defaultValue = "100")
    private int ratePercent;

    @Option(
            names = "--only",
            paramLabel = "KIND",
            split = ",",
            description = "the kinds that come, by the beginnings of their names in the table (default: all)")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--apart",
            description = "each kind comes by itself, one after the other, and has a table of its own")
    private boolean apart;

    @Option(
            names = "--secure",
            description = "the broker lets players in with a token only, as with ./dungeon up --secure")
    private boolean secure;

    @Option(names = "--data", paramLabel = "FOLDER", description = "where all data goes (default: a temporary folder)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        SiegePlan plan = new SiegePlan(
                seed,
                ratePercent,
                Duration.ofMinutes(minutes),
                apart ? CALM_BEFORE_EACH : CALM,
                only,
                apart,
                secure,
                Optional.ofNullable(data));
        return new SiegeRun(plan, Progress.onTerminal()).run().isEmpty() ? 0 : 1;
    }
}
