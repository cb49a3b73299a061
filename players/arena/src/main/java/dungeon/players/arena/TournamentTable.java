package dungeon.players.arena;

import dungeon.schemas.Standing;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The results of a tournament as text: a row for each strategy, with its mean values over the games. */
public final class TournamentTable {
    private static final int NAME_WIDTH = 9;

    private TournamentTable() {}

    /** One line for one game. */
    public static String line(long seed, Map<String, PlayerRecord> game) {
        StringBuilder line = new StringBuilder("seed %-6d".formatted(seed));
        game.entrySet().stream()
                .sorted((a, b) -> Integer.compare(rank(a.getValue()), rank(b.getValue())))
                .forEach(entry -> line.append("  %s %d"
                        .formatted(entry.getKey(), entry.getValue().standing().getTotal())));
        return line.toString();
    }

    /** All games together. */
    public static String of(List<Map<String, PlayerRecord>> games) {
        Set<String> names = games.get(0).keySet();
        int width = Math.max(
                NAME_WIDTH, names.stream().mapToInt(String::length).max().orElse(0));
        StringBuilder table = new StringBuilder(pad("strategy", width)
                + "  wins   points   mining  trading travelling fighting upgrading"
                + "  robots  kills  eliminated  commands  rejected  failed%n".formatted());
        for (String name : names) {
            table.append(pad(name, width))
                    .append(row(games.stream().map(game -> game.get(name)).toList()));
        }
        long complete =
                games.stream().filter(TournamentTable::hasPointsInAllCategories).count();
        return table.append("Points in all five categories, over all players: in %d of %d games"
                        .formatted(complete, games.size()))
                .toString();
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    private static String row(List<PlayerRecord> games) {
        double commands = sum(games, PlayerRecord::commands);
        return String.format(
                Locale.ROOT,
                " %5d %8.0f %8.0f %8.0f %10.0f %8.0f %9.0f %7.1f %6.1f %11d %9.0f %8.2f%% %6.2f%%%n",
                games.stream().filter(game -> rank(game) == 1).count(),
                mean(games, game -> game.standing().getTotal()),
                mean(games, game -> game.standing().getMining()),
                mean(games, game -> game.standing().getTrading()),
                mean(games, game -> game.standing().getTravelling()),
                mean(games, game -> game.standing().getFighting()),
                mean(games, game -> game.standing().getUpgrading()),
                mean(games, PlayerRecord::robots),
                mean(games, PlayerRecord::kills),
                games.stream().filter(PlayerRecord::eliminated).count(),
                commands / games.size(),
                100 * sum(games, PlayerRecord::rejected) / commands,
                100 * sum(games, PlayerRecord::failed) / commands);
    }

    /** Whether the players of a game have points in each category, taken together. */
    static boolean hasPointsInAllCategories(Map<String, PlayerRecord> game) {
        List<Standing> standings =
                game.values().stream().map(PlayerRecord::standing).toList();
        return standings.stream().anyMatch(standing -> standing.getMining() > 0)
                && standings.stream().anyMatch(standing -> standing.getTrading() > 0)
                && standings.stream().anyMatch(standing -> standing.getTravelling() > 0)
                && standings.stream().anyMatch(standing -> standing.getFighting() > 0)
                && standings.stream().anyMatch(standing -> standing.getUpgrading() > 0);
    }

    private static int rank(PlayerRecord record) {
        return record.standing().getRank();
    }

    private static double sum(List<PlayerRecord> records, ToDoubleFunction<PlayerRecord> value) {
        return records.stream().mapToDouble(value).sum();
    }

    private static double mean(List<PlayerRecord> records, ToDoubleFunction<PlayerRecord> value) {
        return sum(records, value) / records.size();
    }
}
