package dungeon.standalone.cli;

import dungeon.players.StrategySource;
import dungeon.players.bots.BotKind;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.match.MapChoice;
import dungeon.standalone.match.Match;
import dungeon.standalone.match.MatchPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The main job: a match of bots. */
@Command(name = "play", description = "Starts everything, lets bots play a match, prints the standings and stops.")
final class PlayCommand implements Callable<Integer> {
    private static final Duration DURATION_MINIMUM = Duration.ofSeconds(10);
    private static final Duration DURATION_MAXIMUM = Duration.ofDays(1);
    private static final int BOTS_MAXIMUM = 100;

    @Mixin
    private MachineOptions options;

    @Mixin
    private PageOptions page;

    @Option(
            names = "--map",
            paramLabel = "<file|name>",
            description = "a file with a map type, or a map that comes with the dungeon (default: ${DEFAULT-VALUE})",
            defaultValue = "example")
    private String map;

    @Option(
            names = "--bots",
            paramLabel = "COUNT",
            description = "how many bots of the house play (default: ${DEFAULT-VALUE})",
            defaultValue = "4")
    private int bots;

    @Option(
            names = "--player",
            paramLabel = "<jar:class|name>",
            description =
                    "a strategy that plays too: a class in a jar, or one of the house; can be given several times")
    private List<StrategySource> players = new ArrayList<>();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "how long the match is, such as 90s, 2m or 1h (default: ${DEFAULT-VALUE})",
            defaultValue = "2m")
    private Duration duration;

    @Option(names = "--keep", description = "stay up after the match")
    private boolean keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        MatchPlan plan = plan();
        Progress progress = Progress.onTerminal();
        MachineConfig config = options.machineConfig();
        try (Machine machine = Machine.claim(config, progress)) {
            machine.closeOnSignal();
            page.announce(config, progress);
            machine.start();
            new Match(machine, progress, address -> page.show(address, progress)).play(plan);
            if (keep) {
                UpCommand.stayUp(machine, progress);
            }
        }
        return 0;
    }

    /**
     * What the options ask for.
     *
     * @throws ParameterException if the rules do not allow it
     */
    MatchPlan plan() {
        if (duration.compareTo(DURATION_MINIMUM) < 0 || duration.compareTo(DURATION_MAXIMUM) > 0) {
            throw new ParameterException(spec.commandLine(), "--duration must be 10s to 24h");
        }
        int botsMinimum = players.isEmpty() ? 1 : 0;
        int botsMaximum = BOTS_MAXIMUM - players.size();
        if (bots < botsMinimum || bots > botsMaximum) {
            throw new ParameterException(
                    spec.commandLine(), "--bots must be %d to %d".formatted(botsMinimum, botsMaximum));
        }
        List<BotKind> all = new ArrayList<>();
        players.forEach(player -> all.add(BotKind.of(player)));
        all.addAll(BotKind.mixed(bots));
        return new MatchPlan(MapChoice.of(map), all, duration);
    }
}
