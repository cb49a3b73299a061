package dungeon.verification.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int GAMES = 250;

    @Test
    void findsNothingInGamesInWhichEverythingHappens() {
        Simulation simulation = new Simulation(new RobotsGames());
        for (long seed = 1; seed <= GAMES; seed++) {
            assertThat(simulation.play(seed)).as("seed %d", seed).isEmpty();
        }

        assertThat(simulation.games()).isEqualTo(GAMES);
        assertThat(simulation.occurrences().never()).isEmpty();
    }

    @Test
    void aSeedGivesTheSameGameAgain() {
        assertThat(RandomGame.play(7, 300).events())
                .isEqualTo(RandomGame.play(7, 300).events());
        assertThat(BotGame.play(7).events()).isEqualTo(BotGame.play(7).events());
    }

    @Test
    void anEventThatIsLostIsFoundByTheAuditAndByTheReplay() {
        SimulatedGame game = RandomGame.play(7, 300);
        game.events().remove(game.events().size() / 2);

        assertThat(new GameCheck(game).audit()).isPresent();
        assertThat(new GameCheck(game).replay()).isPresent();
        assertThat(new GameCheck(RandomGame.play(7, 300)).replay()).isEqualTo(Optional.empty());
    }
}
