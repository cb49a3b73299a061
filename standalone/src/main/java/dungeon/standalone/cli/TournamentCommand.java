package dungeon.standalone.cli;

import dungeon.standalone.maps.MapInspection;
import dungeon.standalone.maps.MapSource;
import dungeon.standalone.tournament.Tournament;
import dungeon.standalone.tournament.TournamentTable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how the tempers come off against each other. */
@Command(
        name = "tournament",
        description =
                "Lets a bot of each temper play games in virtual time, without a broker, and prints how they came off.")
final class TournamentCommand implements Callable<Integer> {
    @Option(
            names = "--map",
            paramLabel = "MAP",
            description = "a map that comes with the dungeon, or a file; can be given several times (default: example)")
    private List<String> maps = List.of("example");

    @Option(
            names = "--games",
            paramLabel = "COUNT",
            description = "how many games on each map (default: ${DEFAULT-VALUE})",
            defaultValue = "20")
    private int games;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "how long each game is (default: ${DEFAULT-VALUE})",
            defaultValue = "3m")
    private Duration duration;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "of the first game, each further one has the next number (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String map : maps) {
            out.printf(
                    "%n%s: %d games of %s%n",
                    map, games, duration.toString().substring(2).toLowerCase(Locale.ROOT));
            Tournament tournament =
                    new Tournament(MapInspection.of(MapSource.of(map).json()).sound(map), games, duration, seed);
            var results = tournament.play((game, result) -> {
                out.println(TournamentTable.line(game, result));
                out.flush();
            });
            out.println(TournamentTable.of(results));
            out.flush();
        }
        return 0;
    }
}
