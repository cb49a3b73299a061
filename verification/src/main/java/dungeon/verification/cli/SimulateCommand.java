package dungeon.verification.cli;

import dungeon.verification.simulation.RobotsGames;
import dungeon.verification.simulation.SeededGames;
import dungeon.verification.simulation.Simulation;
import dungeon.verification.tictactoe.RandomRooms;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks for a game that breaks a promise. */
@Command(
        name = "simulate",
        description =
                "Plays random games in virtual time, without a broker, and checks all that must always hold. Stops at "
                        + "the first game that breaks a promise and names its seed.")
final class SimulateCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final long GAMES_DEFAULT = 1_000;

    /** In so many games, all that has to happen sometimes happens. */
    private static final long GAMES_THAT_SHOW_ALL = 1_000;

    private static final long REPORT_EACH_NS = Duration.ofSeconds(10).toNanos();

    private static final Map<String, Supplier<SeededGames>> KINDS =
            Map.of("robots", RobotsGames::new, "tictactoe", RandomRooms::new);

    @Option(
            names = "--game",
            paramLabel = "NAME",
            description = "robots or tictactoe (default: ${DEFAULT-VALUE})",
            defaultValue = "robots")
    private String game;

    @Option(
            names = "--games",
            paramLabel = "COUNT",
            description = "how many games (default: 1000, and with --minutes as many as there is time for)")
    private Long games;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "of the first game, each further one has the next number (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(names = "--minutes", paramLabel = "COUNT", description = "how long at most")
    private Double minutes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Supplier<SeededGames> kind = KINDS.get(game);
        if (kind == null) {
            throw new ParameterException(
                    spec.commandLine(), "--game is %s, and must be robots or tictactoe".formatted(game));
        }
        long most = games != null ? games : minutes != null ? Long.MAX_VALUE : GAMES_DEFAULT;
        long longestNs =
                minutes != null ? (long) (minutes * Duration.ofMinutes(1).toNanos()) : Long.MAX_VALUE;
        Simulation simulation = new Simulation(kind.get());
        long startNs = System.nanoTime();
        long reportNs = REPORT_EACH_NS;
        for (long next = seed; simulation.games() < most && System.nanoTime() - startNs < longestNs; next++) {
            Optional<String> finding = simulation.play(next);
            if (finding.isPresent()) {
                out.printf("Seed %d breaks a promise: %s%n", next, finding.get());
                out.printf(
                        "It was game %d. Again: ./dungeon simulate --game %s --seed %d --games 1%n",
                        next - seed + 1, game, next);
                out.flush();
                return FAILED;
            }
            if (System.nanoTime() - startNs > reportNs) {
                report(simulation, startNs, out);
                reportNs += REPORT_EACH_NS;
            }
        }
        new TreeMap<>(simulation.occurrences().counts())
                .forEach((name, count) -> out.printf("%,12d  %s%n", count, name));
        report(simulation, startNs, out);
        return verdict(simulation, out);
    }

    private static int verdict(Simulation simulation, PrintWriter out) {
        boolean hasShownAll = simulation.occurrences().never().isEmpty();
        if (!hasShownAll && simulation.games() >= GAMES_THAT_SHOW_ALL) {
            out.printf(
                    "No promise is broken, but this never happened: %s%n",
                    simulation.occurrences().never());
            out.flush();
            return FAILED;
        }
        out.println("No promise is broken.");
        out.flush();
        return 0;
    }

    private static void report(Simulation simulation, long startNs, PrintWriter out) {
        double seconds = (System.nanoTime() - startNs) / 1e9;
        out.printf(
                "%,d games, %,d commands, %,d events in %.0f s: %,.0f games/min, %,.0f events/s%n",
                simulation.games(),
                simulation.commands(),
                simulation.events(),
                seconds,
                simulation.games() / seconds * 60,
                simulation.events() / seconds);
        out.flush();
    }
}
