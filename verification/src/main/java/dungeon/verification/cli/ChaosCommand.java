package dungeon.verification.cli;

import dungeon.standalone.machine.Progress;
import dungeon.verification.chaos.ChaosPlan;
import dungeon.verification.chaos.ChaosRun;
import dungeon.verification.chaos.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Faults on a cluster of processes. */
@Command(
        name = "chaos",
        description =
                "Plays games on a cluster of processes, breaks it in many ways, and checks that every promise is kept.")
final class ChaosCommand implements Callable<Integer> {
    /** They share the machine with the robots' games, which are not to wait for them. */
    private static final int ROOMS_MAXIMUM = 10;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "which faults come in which order, and whom they meet (default: any)")
    private Long seed;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "for how long faults are made (default: until each was made once)")
    private Integer minutes;

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            split = ",",
            description = "which faults: ${COMPLETION-CANDIDATES} (default: all)")
    private List<Fault> faults = new ArrayList<>();

    @Option(names = "--data", paramLabel = "FOLDER", description = "where all data goes (default: a temporary folder)")
    private Path data;

    @Option(
            names = "--session",
            paramLabel = "TIME",
            description = "after which silence an instance is taken for dead (default: that of the applications)")
    private Duration session;

    @Option(
            names = "--rooms",
            paramLabel = "COUNT",
            description = "how many rooms of tic-tac-toe bots play in at a time, at most 10 (default: none)")
    private int rooms;

    @Option(names = "--static", description = "instances have lasting names in their groups")
    private boolean staticMembers;

    @Option(
            names = "--classes-first",
            paramLabel = "FOLDER",
            hidden = true,
            description = "changed classes for the topology, to see that what they break is found")
    private List<String> classesFirst = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (rooms < 0 || rooms > ROOMS_MAXIMUM) {
            throw new ParameterException(spec.commandLine(), "--rooms must be 0 to %d".formatted(ROOMS_MAXIMUM));
        }
        ChaosPlan plan = new ChaosPlan(
                seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed,
                Optional.ofNullable(minutes).map(Duration::ofMinutes),
                faults.isEmpty() ? List.of(Fault.values()) : faults,
                Optional.ofNullable(data),
                staticMembers,
                Optional.ofNullable(session),
                rooms,
                classesFirst);
        return new ChaosRun(plan, Progress.onTerminal()).run() ? 0 : 1;
    }
}
