package dungeon.standalone.cli;

import dungeon.players.StrategySource;
import dungeon.players.arena.Contender;
import dungeon.players.arena.Tournament;
import dungeon.players.arena.TournamentTable;
import dungeon.standalone.maps.MapInspection;
import dungeon.standalone.maps.MapSource;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how strategies come off against each other. */
@Command(
        name = "tournament",
        description = "Lets each strategy play games in virtual time, without a broker, and prints how they came off.")
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
            names = "--player",
            paramLabel = "<jar:class|name>",
            description =
                    "a strategy that plays against those of the house: a class in a jar; can be given several times")
    private List<StrategySource> players = new ArrayList<>();

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
        List<Contender> contenders = contenders();
        for (String map : maps) {
            out.printf(
                    "%n%s: %d games of %s%n",
                    map, games, duration.toString().substring(2).toLowerCase(Locale.ROOT));
            Tournament tournament = new Tournament(
                    MapInspection.of(MapSource.of(map).json()).sound(map), games, duration, seed, contenders);
            var results = tournament.play((game, result) -> {
                out.println(TournamentTable.line(game, result));
                out.flush();
            });
            out.println(TournamentTable.of(results));
            out.flush();
        }
        return 0;
    }

    private List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>(Contender.house());
        Set<String> names = contenders.stream().map(Contender::name).collect(Collectors.toSet());
        for (StrategySource player : players) {
            String name = player.name();
            for (int number = 2; !names.add(name); number++) {
                name = player.name() + "-" + number;
            }
            contenders.add(new Contender(name, player.strategies()));
        }
        return contenders;
    }
}
