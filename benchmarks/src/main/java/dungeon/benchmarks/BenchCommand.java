package dungeon.benchmarks;

import dungeon.benchmarks.age.AgePlan;
import dungeon.benchmarks.measure.Figure;
import dungeon.benchmarks.plan.BenchPart;
import dungeon.benchmarks.plan.BenchPlan;
import dungeon.standalone.machine.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The benchmark. */
@Command(
        name = "bench",
        description =
                "Measures throughput, latency, bytes, restoring, queries and the hot pieces on this machine, each beside the limit it is held against. Let nothing else run meanwhile.")
final class BenchCommand implements Callable<Integer> {
    @Option(
            names = "--only",
            paramLabel = "PART",
            split = ",",
            description = "which parts: ${COMPLETION-CANDIDATES} (default: all but AGE, which takes an hour)")
    private List<BenchPart> only = new ArrayList<>();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often each is measured; medians are over them (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--quick", description = "one short round of one load, to see that it runs; its figures say little")
    private boolean quick;

    @Option(
            names = "--old-games",
            paramLabel = "N",
            defaultValue = "" + AgePlan.OLD_GAMES,
            description =
                    "ended games of the old installation of AGE; the young one has a hundredth (default: ${DEFAULT-VALUE})")
    private int oldGames;

    @Option(
            names = "--old-commands",
            paramLabel = "N",
            defaultValue = "" + AgePlan.COMMANDS_PER_PLAYER,
            description = "commands of each of the two players of such a game (default: ${DEFAULT-VALUE})")
    private int oldCommands;

    @Option(names = "--report", paramLabel = "FILE", description = "writes all figures to this file, as JSON")
    private Path report;

    @Option(
            names = "--recordings",
            paramLabel = "FOLDER",
            description = "writes a flight recording of each process into this folder; the figures suffer a little")
    private Path recordings;

    @Override
    public Integer call() throws Exception {
        if (recordings != null) {
            Files.createDirectories(recordings);
        }
        Set<BenchPart> parts = only.isEmpty() ? EnumSet.complementOf(EnumSet.of(BenchPart.AGE)) : EnumSet.copyOf(only);
        BenchPlan plan = BenchPlan.standard(
                parts,
                rounds,
                AgePlan.of(oldGames, oldCommands),
                Optional.ofNullable(report),
                Optional.ofNullable(recordings));
        Progress progress = Progress.onTerminal();
        List<Figure> figures = new BenchRun(quick ? plan.quick() : plan, progress).run();
        progress.print("");
        figures.stream().filter(figure -> figure.limit() != null).forEach(figure -> progress.print(figure.toString()));
        return 0;
    }
}
