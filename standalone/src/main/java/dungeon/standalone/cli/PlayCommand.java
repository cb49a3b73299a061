package dungeon.standalone.cli;

import dungeon.players.StrategySource;
import dungeon.players.bots.BotKind;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.match.MapChoice;
import dungeon.standalone.match.Match;
import dungeon.standalone.match.MatchPlan;
import dungeon.standalone.match.RoomMatch;
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

    private static final String ROBOTS = "robots";
    private static final String TICTACTOE = "tictactoe";
    /** As many as a room has. */
    private static final int ROUNDS_MAXIMUM = 100;

    @Mixin
    private MachineOptions options;

    @Mixin
    private PageOptions page;

    @Option(
            names = "--game",
            paramLabel = "<name>",
            description = "robots or tictactoe (default: ${DEFAULT-VALUE})",
            defaultValue = ROBOTS)
    private String game;

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            description = "how many rounds of tictactoe (default: ${DEFAULT-VALUE})",
            defaultValue = "5")
    private int rounds;

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
        boolean isTicTacToe = isTicTacToe();
        MatchPlan plan = isTicTacToe ? null : plan();
        Progress progress = Progress.onTerminal();
        MachineConfig config = options.machineConfig();
        try (Machine machine = Machine.claim(config, progress)) {
            machine.closeOnSignal();
            page.announce(config, progress);
            machine.start();
            if (isTicTacToe) {
                new RoomMatch(machine, progress, address -> page.show(address, progress)).play(rounds);
            } else {
                new Match(machine, progress, address -> page.show(address, progress)).play(plan);
            }
            if (keep) {
                UpCommand.stayUp(machine, progress);
            }
        }
        return 0;
    }

    /**
     * Which game is asked for.
     *
     * @throws ParameterException if there is no such game, or an option is not for it
     */
    boolean isTicTacToe() {
        if (!game.equals(ROBOTS) && !game.equals(TICTACTOE)) {
            throw new ParameterException(
                    spec.commandLine(), "--game is %s, and must be robots or tictactoe".formatted(game));
        }
        List<String> others =
                game.equals(ROBOTS) ? List.of("--rounds") : List.of("--map", "--bots", "--player", "--duration");
        for (String option : others) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(spec.commandLine(), "%s is not for --game %s".formatted(option, game));
            }
        }
        if (rounds < 1 || rounds > ROUNDS_MAXIMUM) {
            throw new ParameterException(spec.commandLine(), "--rounds must be 1 to %d".formatted(ROUNDS_MAXIMUM));
        }
        return game.equals(TICTACTOE);
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
