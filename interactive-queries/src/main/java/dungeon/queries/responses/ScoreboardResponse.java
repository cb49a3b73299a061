package dungeon.queries.responses;

import dungeon.robots.decide.Standings;
import dungeon.schemas.GameState;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Standing;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The rankings of a game, over all points and by category. Ties go to more credits, then to who joined first. */
public record ScoreboardResponse(
        @Schema(description = "The game; UUID") String gameId,

        @Schema(description = "The last event that the rankings contain; there can be later ones in them")
        long sequence,

        @Schema(description = "Where the game stands") GameState state,

        @Schema(description = "By points in all categories, best first")
        List<Overall> overall,

        @Schema(description = "By the points of one category, best first")
        Map<ScoreCategory, List<InCategory>> categories) {

    /** A place in the ranking by all points. */
    public record Overall(
            @Schema(description = "1 is the best") int rank,
            @Schema(description = "The player; UUID") String playerId,
            @Schema(description = "The player's name") String playerName,
            @Schema(description = "Points in all") int total,
            @Schema(description = "MINING points") int mining,
            @Schema(description = "TRADING points") int trading,
            @Schema(description = "TRAVELLING points") int travelling,
            @Schema(description = "FIGHTING points") int fighting,
            @Schema(description = "UPGRADING points") int upgrading,
            @Schema(description = "Credits") long balance,
            @Schema(description = "Living robots") int robots,

            @Schema(description = "Whether the player is out of the game")
            boolean eliminated) {}

    /** A place in the ranking of a category. */
    public record InCategory(
            @Schema(description = "1 is the best") int rank,
            @Schema(description = "The player; UUID") String playerId,
            @Schema(description = "The player's name") String playerName,
            @Schema(description = "Points in the category") int points) {}

    public static ScoreboardResponse of(Game game, long sequence, List<Account> accounts) {
        Map<ScoreCategory, List<InCategory>> categories = new EnumMap<>(ScoreCategory.class);
        categories.put(ScoreCategory.MINING, ranking(accounts, Account::getMining));
        categories.put(ScoreCategory.TRADING, ranking(accounts, Account::getTrading));
        categories.put(ScoreCategory.TRAVELLING, ranking(accounts, Account::getTravelling));
        categories.put(ScoreCategory.FIGHTING, ranking(accounts, Account::getFighting));
        categories.put(ScoreCategory.UPGRADING, ranking(accounts, Account::getUpgrading));
        return new ScoreboardResponse(game.getGameId(), sequence, game.getState(), overall(accounts), categories);
    }

    private static List<Overall> overall(List<Account> accounts) {
        Map<String, Account> byId =
                accounts.stream().collect(Collectors.toMap(Account::getPlayerId, Function.identity()));
        List<Overall> ranking = new ArrayList<>(accounts.size());
        for (Standing standing : Standings.of(accounts)) {
            Account account = byId.get(standing.getPlayerId());
            ranking.add(new Overall(
                    standing.getRank(),
                    standing.getPlayerId(),
                    account.getPlayerName(),
                    standing.getTotal(),
                    standing.getMining(),
                    standing.getTrading(),
                    standing.getTravelling(),
                    standing.getFighting(),
                    standing.getUpgrading(),
                    standing.getBalance(),
                    account.getRobots(),
                    account.getEliminated()));
        }
        return ranking;
    }

    private static List<InCategory> ranking(List<Account> accounts, ToIntFunction<Account> points) {
        Comparator<Account> bestFirst = Comparator.comparingInt(points)
                .thenComparingLong(Account::getBalance)
                .reversed()
                .thenComparingInt(Account::getNumber);
        List<InCategory> ranking = new ArrayList<>(accounts.size());
        for (Account account : accounts.stream().sorted(bestFirst).toList()) {
            ranking.add(new InCategory(
                    ranking.size() + 1, account.getPlayerId(), account.getPlayerName(), points.applyAsInt(account)));
        }
        return ranking;
    }
}
