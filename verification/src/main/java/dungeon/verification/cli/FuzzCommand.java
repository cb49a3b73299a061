package dungeon.verification.cli;

import dungeon.standalone.machine.Progress;
import dungeon.verification.fuzz.FuzzPlan;
import dungeon.verification.fuzz.FuzzRun;
import dungeon.verification.fuzz.cases.CaseId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Hostile input. */
@Command(
        name = "fuzz",
        description =
                "Sends hostile input over Kafka, HTTP and WebSockets beside honest players, and checks that each case comes to"
                        + " exactly one outcome, that no server fails and that logs stay short. Ends with 1 if one does not.")
final class FuzzCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "of all that is sent (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--cases",
            paramLabel = "COUNT",
            description = "how many (default: ${DEFAULT-VALUE})",
            defaultValue = "" + FuzzPlan.CASES)
    private int cases;

    @Option(names = "--kind", paramLabel = "KIND", description = "with --case: the kind of the one case that is sent")
    private String kind;

    @Option(
            names = "--case",
            paramLabel = "NUMBER",
            description = "of the one case of the kind (default: ${DEFAULT-VALUE})",
            defaultValue = "0")
    private long number;

    @Option(names = "--data", paramLabel = "FOLDER", description = "where all data goes (default: a temporary folder)")
    private Path data;

    @Override
    public Integer call() throws Exception {
        FuzzPlan plan = new FuzzPlan(
                seed,
                cases,
                Optional.ofNullable(kind).map(name -> new CaseId(name, number)),
                Optional.ofNullable(data));
        return new FuzzRun(plan, Progress.onTerminal()).run().isEmpty() ? 0 : 1;
    }
}
