package dungeon.queries.responses;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.Robot;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotResponseTest {
    private static final long AS_OF_MS = 1_780_000_000_000L;

    private final Game game =
            TestGame.underWay("10000000-0000-4000-8000-000000000001").world().game();
    private final Robot robot = Robot.newBuilder(
                    TestGame.underWay(game.getGameId()).world().robots().get(0))
            .setX(1)
            .setY(1)
            .setEnergy(2 * 5_000L + 7)
            .setHealth(3 * 100_000L)
            .setAsOfMs(AS_OF_MS)
            .build();

    @Test
    void energyComesBackWithTimeAndHealthDoesNot() {
        game.setStations(List.of(new Tile(2, 2)));

        // 4 energies in 5 s: 4/5,000 a millisecond.
        assertThat(at(1_000)).isEqualTo(vitals(1_000, 3, 0, 2, 4_007));
        assertThat(at(1_250)).isEqualTo(vitals(1_250, 3, 0, 3, 7));
    }

    @Test
    void bothComeBackAtAStation() {
        game.setStations(List.of(new Tile(1, 1)));

        // Twice the energy, and 5 percent of 10 health points a second: 50/100,000 a millisecond.
        assertThat(at(1_000)).isEqualTo(vitals(1_000, 3, 50_000, 3, 3_007));
    }

    @Test
    void neitherIsMoreThanTheMost() {
        game.setStations(List.of(new Tile(1, 1)));

        assertThat(at(100_000_000)).isEqualTo(vitals(100_000_000, 10, 0, 20, 0));
    }

    @Test
    void nothingComesBackAfterTheEndOfTheGame() {
        game.setStations(List.of());
        game.setEndedAtMs(AS_OF_MS + 1_000);

        assertThat(at(60_000)).isEqualTo(vitals(1_000, 3, 0, 2, 4_007));
    }

    @Test
    void aClockThatIsBehindTakesNothingAway() {
        assertThat(at(-5_000)).isEqualTo(vitals(0, 3, 0, 2, 7));
    }

    @Test
    void aDestroyedRobotHasNone() {
        robot.setDestroyed(true);

        assertThat(at(1_000)).isNull();
    }

    private VitalsResponse at(long afterMs) {
        return RobotResponse.of(robot, game, Instant.ofEpochMilli(AS_OF_MS + afterMs))
                .now();
    }

    private static VitalsResponse vitals(long afterMs, int health, int healthFraction, int energy, int energyFraction) {
        return new VitalsResponse(
                Instant.ofEpochMilli(AS_OF_MS + afterMs), health, healthFraction, energy, energyFraction);
    }
}
