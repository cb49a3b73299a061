package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackHoleTest {
    /** So many belong to the map, whether it needs them or not. */
    private static final long DRAWS_OF_THE_MAP = 1_000_000;

    /** Draws 1,000,000 to 1,000,019 of the seed 0..31 below 1000; computed with Python's hashlib. */
    private static final List<Integer> DRAWS =
            List.of(733, 466, 462, 176, 949, 454, 85, 691, 112, 314, 498, 150, 328, 787, 840, 255, 904, 369, 49, 47);

    @Test
    void a1000PerThousandDestroysAlways() {
        Rules rules = defaults();
        rules.setInitialCredits(10_000);
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), rules, ANN);

        for (int i = 0; i < 5; i++) {
            String robot = game.buyRobotAt(ANN, tile(4, 0));
            game.move(ANN, robot, Direction.N).gives(entered(robot, i), swallowed(robot));
            assertThat(game.records().robot(robot).getDestroyed()).isTrue();
            assertThat(game.records().account(ANN.playerId()).getRobots()).isZero();
        }
        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP + 5);
    }

    @Test
    void zeroPerThousandDestroysNeverAndIsDrawnAllTheSame() {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(0), ANN);

        for (int i = 0; i < 5; i++) {
            String robot = game.buyRobotAt(ANN, tile(4, 0));
            game.move(ANN, robot, Direction.N).gives(entered(robot, i));
            assertThat(game.records().robot(robot).getDestroyed()).isFalse();
        }
        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP + 5);
    }

    @ParameterizedTest
    @CsvSource({"1", "300", "500", "733", "734", "999"})
    void eachEntryIsADrawOfItsOwnBelowTheMapsProbability(int perThousand) {
        Rules rules = defaults();
        rules.setInitialCredits(10_000);
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(perThousand), rules, ANN);

        List<Boolean> destroyed = new ArrayList<>();
        for (int i = 0; i < DRAWS.size(); i++) {
            String robot = game.buyRobotAt(ANN, tile(4, 0));
            List<Event> events = game.move(ANN, robot, Direction.N).events();
            destroyed.add(events.size() == 2);
            assertThat(game.records().robot(robot).getDestroyed()).isEqualTo(events.size() == 2);
        }

        assertThat(destroyed)
                .isEqualTo(DRAWS.stream().map(draw -> draw < perThousand).toList());
    }

    @Test
    void onlyEntriesOfBlackHolesAreDrawn() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobotAt(ANN, tile(4, 0));
        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP);

        game.move(ANN, robot, Direction.W);
        game.at(2_000).move(ANN, robot, Direction.SE);

        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP);
    }

    @Test
    void leavingABlackHoleIsSafe() {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(0), ANN);
        String robot = game.buyRobotAt(ANN, tile(4, 0));
        game.move(ANN, robot, Direction.N);

        game.at(2_000)
                .move(ANN, robot, Direction.W)
                .gives(new RobotMoved(
                        robot,
                        tile(4, 1),
                        condition(tile(3, 1), 95_000, 2_000, 4_000, 0),
                        new Score(ScoreCategory.TRAVELLING, 1, 2, 2),
                        null));
        assertThat(game.records().counters().getDraws()).isEqualTo(DRAWS_OF_THE_MAP + 1);
    }

    private static SpecificRecord entered(String robot, int earlier) {
        return new RobotMoved(
                robot,
                tile(4, 0),
                condition(tile(4, 1), 95_000, 0, 2_000, 0),
                earlier == 0 ? new Score(ScoreCategory.TRAVELLING, 1, 1, 1) : null,
                1_000_001L + earlier);
    }

    private static SpecificRecord swallowed(String robot) {
        return new RobotDestroyed(
                robot, DestructionCause.BLACK_HOLE, null, 0L, null, null, List.of(), List.of(), null, null, null);
    }
}
