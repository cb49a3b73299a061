package dungeon.players.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TournamentTest {
    private final Tournament tournament =
            new Tournament(SmallMaps.example(), 2, Duration.ofMinutes(3), 1, Contender.house());

    @Test
    void gamesOfThreeMinutesHavePointsInAllCategoriesAndFewOrdersInVain() {
        List<Map<String, PlayerRecord>> games = tournament.play((seed, game) -> {});
        assertThat(games).hasSize(2).allMatch(TournamentTable::hasPointsInAllCategories);
        for (Map<String, PlayerRecord> game : games) {
            assertThat(game).containsOnlyKeys("miner", "trader", "fighter", "explorer");
            game.forEach((strategy, record) -> {
                assertThat(record.standing().getTotal()).as(strategy).isPositive();
                assertThat(record.rejected() + record.failed())
                        .as("orders in vain of the %s: %s", strategy, record)
                        .isLessThan(record.commands() / 20);
            });
        }
    }

    @Test
    void canBeRepeated() {
        List<Long> seeds = new ArrayList<>();
        String first = TournamentTable.of(tournament.play((seed, game) -> seeds.add(seed)));
        assertThat(seeds).containsExactly(1L, 2L);
        assertThat(TournamentTable.of(tournament.play((seed, game) -> {}))).isEqualTo(first);
        assertThat(first).startsWith("strategy").contains("miner", "trader", "fighter", "explorer");
    }

    @Test
    void changesSeatsFromGameToGame() {
        assertThat(tournament.seats(1)).isNotEqualTo(tournament.seats(2)).hasSameElementsAs(tournament.contenders());
        assertThat(tournament.seats(1)).isEqualTo(tournament.seats(5));
    }
}
