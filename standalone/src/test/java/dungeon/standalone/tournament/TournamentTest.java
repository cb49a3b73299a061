package dungeon.standalone.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.standalone.bots.tempers.Tempers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TournamentTest {
    private final Tournament tournament = new Tournament(SmallMaps.example(), 2, Duration.ofMinutes(3), 1);

    @Test
    void gamesOfThreeMinutesHavePointsInAllCategoriesAndFewOrdersInVain() {
        List<Map<Tempers, PlayerRecord>> games = tournament.play((seed, game) -> {});
        assertThat(games).hasSize(2).allMatch(TournamentTable::hasPointsInAllCategories);
        for (Map<Tempers, PlayerRecord> game : games) {
            assertThat(game).containsOnlyKeys(Tempers.values());
            game.forEach((temper, record) -> {
                assertThat(record.standing().getTotal()).as(temper.label()).isPositive();
                assertThat(record.rejected() + record.failed())
                        .as("orders in vain of the %s: %s", temper, record)
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
        assertThat(first).startsWith("temper").contains("miner", "trader", "fighter", "explorer");
    }

    @Test
    void changesSeatsFromGameToGame() {
        assertThat(tournament.seats(1)).isNotEqualTo(tournament.seats(2)).containsExactlyInAnyOrder(Tempers.values());
        assertThat(tournament.seats(1)).isEqualTo(tournament.seats(5));
    }
}
