package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;

import dungeon.platform.core.Principal;
import dungeon.robots.Decided;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.Direction;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Gravity;
import dungeon.schemas.Levels;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.StartGame;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moves, by the tables of the rules: 1, 2 or 3 energies by gravity, a cooldown of 2000 ms, energy in 1/5000. */
class MoveTest {
    private static final long FULL = 20 * 5000;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1, 1", "MEDIUM, 2, 2", "INTENSE, 3, 3"})
    void theTargetsGravitySetsEnergyAndPoints(Gravity gravity, int energy, int points) {
        GameScenario game = GameScenario.started(nine(gravity, tile(1, 1)), ANN);
        String robot = game.buyRobot(ANN);

        game.at(1_000)
                .move(ANN, robot, Direction.NE)
                .gives(new RobotMoved(
                        robot,
                        tile(0, 0),
                        condition(tile(1, 1), FULL - energy * 5_000L, 1_000, 3_000, 0),
                        travelled(points, points),
                        null));
    }

    @ParameterizedTest
    @CsvSource({"N, 1, 2", "NE, 2, 2", "E, 2, 1", "SE, 2, 0", "S, 1, 0", "SW, 0, 0", "W, 0, 1", "NW, 0, 2"})
    void northIsUpAndEastIsRight(Direction direction, int x, int y) {
        // The station is in the middle of nine star systems.
        GameScenario game = GameScenario.started(MapPlan.of(4, 4).station(1, 1).mine(3, 3), ANN);
        String robot = game.buyRobot(ANN);

        game.at(50)
                .move(ANN, robot, direction)
                .gives(new RobotMoved(
                        robot, tile(1, 1), condition(tile(x, y), FULL - 5000, 50, 2_050, 0), travelled(1, 1), null));
    }

    @ParameterizedTest
    @CsvSource({"N, VOID", "S, EDGE", "W, EDGE", "SW, EDGE", "NW, EDGE", "SE, EDGE"})
    void aMoveThatGoesNowhereCostsTheCooldownButNoEnergy(Direction direction, FailureReason reason) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);

        game.at(400)
                .move(ANN, robot, direction)
                .gives(new ActionFailed(robot, moving(direction), reason, condition(tile(0, 0), FULL, 400, 2_400, 0)));
        game.at(2_399)
                .move(ANN, robot, Direction.E)
                .gives(new ActionQueued(robot, moving(Direction.E), 1, time(2_400)));
    }

    @Test
    void theUpperAndTheRightEdgeAreEdgesToo() {
        GameScenario game = GameScenario.started(MapPlan.of(2, 2).station(1, 1).mine(0, 0), ANN);
        String robot = game.buyRobot(ANN);

        long now = 0;
        for (Direction direction : List.of(Direction.N, Direction.E, Direction.NE)) {
            now += 2_000;
            game.at(now)
                    .move(ANN, robot, direction)
                    .gives(new ActionFailed(
                            robot,
                            moving(direction),
                            FailureReason.EDGE,
                            condition(tile(1, 1), FULL, now, now + 2_000, 0)));
        }
    }

    @Test
    void onlyTheFirstVisitOfAnyOfThePlayersRobotsGivesPoints() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String first = game.buyRobot(ANN);
        String second = game.buyRobot(ANN);
        String others = game.buyRobotAt(BOB, tile(0, 0));

        game.at(0).move(ANN, first, Direction.E).gives(entered(first, tile(0, 0), 1, 0, 2, 0, travelled(2, 2)));
        game.at(0).move(ANN, second, Direction.E).gives(entered(second, tile(0, 0), 1, 0, 2, 0, null));
        // What others have visited is new to Bob.
        game.at(0).move(BOB, others, Direction.E).gives(entered(others, tile(0, 0), 1, 0, 2, 0, travelled(2, 2)));
        // (2,0): energy 18 + 2 s * 4/5 = 19.6, less 1; points 2 + 1.
        game.at(2_000)
                .move(ANN, first, Direction.E)
                .gives(new RobotMoved(
                        first,
                        tile(1, 0),
                        condition(tile(2, 0), 18 * 5000 + 2_000 * 4 - 5000, 2_000, 4_000, 0),
                        travelled(1, 3),
                        null));
    }

    @Test
    void theStationWhereARobotAppearedCountsAsVisited() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);

        game.at(10_000).move(ANN, robot, Direction.W).gives(entered(robot, tile(1, 0), 0, 0, 1, 10_000, null));
    }

    @Test
    void aStationToWhichNoneOfThePlayersRobotsWasIsNew() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = game.buyRobotAt(ANN, tile(4, 0));
        game.buyRobotAt(BOB, tile(0, 0));
        game.at(0).move(ANN, robot, Direction.W);
        game.at(10_000).move(ANN, robot, Direction.W);
        game.at(20_000).move(ANN, robot, Direction.W);

        game.at(30_000)
                .move(ANN, robot, Direction.W)
                .gives(entered(robot, tile(1, 0), 0, 0, 1, 30_000, travelled(1, 1 + 1 + 2 + 1)));
    }

    @Test
    void theNinthParticipantHasVisitsOfItsOwn() {
        Rules rules = defaults();
        var create = GameScenario.creation(crossroads().mapType(), rules);
        create.setParticipantLimit(100);
        GameScenario game = GameScenario.empty();
        game.send(GameScenario.ADMINISTRATOR, create);
        Principal[] players = new Principal[20];
        for (int i = 0; i < players.length; i++) {
            players[i] = GameScenario.player("player%d".formatted(i));
            game.join(players[i]);
        }
        game.send(GameScenario.ADMINISTRATOR, new StartGame());

        for (int i = players.length - 1; i >= 0; i--) {
            String robot = game.buyRobotAt(players[i], tile(0, 0));
            game.at(0)
                    .move(players[i], robot, Direction.E)
                    .gives(entered(robot, tile(0, 0), 1, 0, 2, 0, travelled(2, 2)));
        }
    }

    @Test
    void pointsComeFromTheGamesRules() {
        Rules rules = defaults();
        rules.setTravellingPoints(List.of(0, 70, 3));
        rules.setMoveEnergy(List.of(4, 0, 3));
        rules.setMoveCooldownMs(1_234);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.buyRobot(ANN);

        game.move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot, tile(0, 0), condition(tile(1, 0), FULL, 0, 1_234, 0), travelled(70, 70), null));
        // No points, no score.
        game.at(1_234)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot, tile(1, 0), condition(tile(2, 0), FULL - 4 * 5000, 1_234, 2_468, 0), null, null));
    }

    @ParameterizedTest
    @CsvSource({
        // base, percent, minimum, expected
        "2000, 100, 200, 2000",
        "2000, 85, 200, 1700",
        "1999, 33, 200, 659",
        "2000, 5, 200, 200",
        "100, 50, 200, 100",
        "0, 100, 200, 0",
    })
    void cooldownIsTheShareOfTheLevelAndUpgradesNeverMakeItShorterThanTheMinimum(
            int baseMs, int percent, int minimumMs, long expectedMs) {
        Rules rules = defaults();
        rules.setMoveCooldownMs(baseMs);
        rules.setCooldownPercent(List.of(percent, 1, 1, 1, 1, 1));
        rules.setMinimumCooldownMs(minimumMs);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.buyRobot(ANN);

        game.move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot,
                        tile(0, 0),
                        condition(tile(1, 0), FULL - 2 * 5000, 0, expectedMs, 0),
                        travelled(2, 2),
                        null));
    }

    @Test
    void theCooldownIsOverAtExactlyReadyAt() {
        GameScenario early = twoSecondsAfterAMove();
        early.at(1_999)
                .move(ANN, GameScenario.idOf(1), Direction.E)
                .gives(new ActionQueued(GameScenario.idOf(1), moving(Direction.E), 1, time(2_000)));

        GameScenario ready = twoSecondsAfterAMove();
        ready.at(2_000)
                .move(ANN, GameScenario.idOf(1), Direction.E)
                .gives(new RobotMoved(
                        GameScenario.idOf(1),
                        tile(1, 0),
                        condition(tile(2, 0), 18 * 5000 + 2_000 * 4 - 5000, 2_000, 4_000, 0),
                        travelled(1, 3),
                        null));
    }

    @Test
    void energyRegeneratesByFourIn5000MsToNoMoreThanTheCapacity() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);

        // 18 energies at 0; 4/5000 a ms make 20 at 2500.
        game.at(2_499)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot,
                        tile(1, 0),
                        condition(tile(2, 0), FULL - 4 - 5000, 2_499, 4_499, 0),
                        travelled(1, 3),
                        null));
        game.at(600_000 - 1)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot,
                        tile(2, 0),
                        condition(tile(3, 0), FULL - 5000, 599_999, 601_999, 0),
                        travelled(1, 4),
                        null));
    }

    @Test
    void energyRegeneratesTwiceAsFastAtASpaceStation() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobotAt(ANN, tile(4, 0));
        game.move(ANN, robot, Direction.W);
        // 19 + 2000 * 4/5000 = 20.6, capped at 20, less 1.
        game.at(2_000)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot, tile(3, 0), condition(tile(4, 0), 19 * 5000, 2_000, 4_000, 0), null, null));
        // At the station 8/5000 a ms from 19 at 2000; full after 625 ms. What was moved into counts for the energy
        // alone.
        game.at(4_000)
                .move(ANN, robot, Direction.W)
                .gives(new RobotMoved(
                        robot, tile(4, 0), condition(tile(3, 0), 19 * 5000, 4_000, 6_000, 0), null, null));
    }

    @Test
    void theRateIsThatOfWhereTheRobotWasNotOfWhereItGoes() {
        Rules rules = defaults();
        rules.setMoveEnergy(List.of(5, 10, 3));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.buyRobot(ANN);
        game.move(ANN, robot, Direction.E);
        // 10 at 0, away from the station: 4 a ms, so 10 * 5000 + 2001 * 4 at 2001; less 5.
        long atStation = 10 * 5000 + 2_001 * 4 - 5 * 5000;
        game.at(2_001)
                .move(ANN, robot, Direction.W)
                .gives(new RobotMoved(
                        robot, tile(1, 0), condition(tile(0, 0), atStation, 2_001, 4_001, 0), null, null));
        // Now 8 a ms: 10 energies are there once 16,996 / 8 ms have passed, rounded up: 2125.
        Outcome waiting = game.at(4_001).move(ANN, robot, Direction.E);
        waiting.gives(new ActionQueued(robot, moving(Direction.E), 1, time(4_126)));
        game.at(4_125).tick().givesNothing();
        game.at(4_126)
                .tick()
                .givesDecisions(Decided.by(
                        waiting,
                        4_126,
                        new RobotMoved(
                                robot,
                                tile(0, 0),
                                condition(tile(1, 0), atStation + 2_125 * 8 - 10 * 5000, 4_126, 6_126, 0),
                                null,
                                null)));
    }

    @Test
    void anActionThatNeedsMoreThanTheCapacityFailsAtOnceAndCostsTheCooldown() {
        Rules rules = defaults();
        rules.setMiningEnergy(List.of(1, 21, 3, 4, 5, 6));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        Levels levels = levelsWithEnergyCapacity(0);
        levels.setMining(1);
        String robot = game.spawn(ANN, levels, condition(tile(0, 0), 2 * 5000, 0, 0, 0));
        Action mining = new Action(ActionType.StartMining, null, null, tile(2, 3));

        game.at(100)
                .send(ANN, new StartMining(robot, tile(2, 3)))
                .gives(new ActionFailed(
                        robot,
                        mining,
                        FailureReason.TOO_LITTLE_CAPACITY,
                        condition(tile(0, 0), 2 * 5000 + 800, 100, 1_100, 0)));
        // It waits for the cooldown like any other action, and not for energy.
        Outcome waiting = game.at(200).send(ANN, new StartMining(robot, tile(2, 3)));
        waiting.gives(new ActionQueued(robot, mining, 1, time(1_100)));
        game.at(5_000)
                .tick()
                .givesDecisions(Decided.by(
                        waiting,
                        1_100,
                        new ActionFailed(
                                robot,
                                mining,
                                FailureReason.TOO_LITTLE_CAPACITY,
                                condition(tile(0, 0), 2 * 5000 + 8 * 1_100, 1_100, 2_100, 0))));
        // What the capacity suffices for works.
        game.at(5_000)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot, tile(0, 0), condition(tile(1, 0), 8 * 5_000, 5_000, 7_000, 0), travelled(2, 2), null));
    }

    @Test
    void healthRegeneratesAtStationsOnly() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        var hurt = condition(tile(0, 0), FULL, 0, 0, 0);
        hurt.setHealth(1);
        hurt.setHealthFraction(7);
        String robot = game.spawn(ANN, levelsWithEnergyCapacity(0), hurt);

        // 5 % of 10 a second: 50/100,000 a ms; 1.00007 + 3001 * 0.0005 = 2.50057.
        var after = condition(tile(1, 0), FULL - 2 * 5000, 3_001, 5_001, 0);
        after.setHealth(2);
        after.setHealthFraction(50_057);
        game.at(3_001)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(robot, tile(0, 0), after, travelled(2, 2), null));

        var later = condition(tile(2, 0), FULL - 5000, 100_000, 102_000, 0);
        later.setHealth(2);
        later.setHealthFraction(50_057);
        game.at(100_000)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(robot, tile(1, 0), later, travelled(1, 3), null));
    }

    @Test
    void healthRegeneratesToNoMoreThanTheMaximum() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        var hurt = condition(tile(0, 0), FULL, 0, 0, 0);
        hurt.setHealth(9);
        String robot = game.spawn(ANN, levelsWithEnergyCapacity(0), hurt);

        game.at(2_500).move(ANN, robot, Direction.E).gives(entered(robot, tile(0, 0), 1, 0, 2, 2_500, travelled(2, 2)));
    }

    private static GameScenario twoSecondsAfterAMove() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        game.at(0).move(ANN, game.buyRobot(ANN), Direction.E);
        return game;
    }

    /** Nine star systems with a station in the corner and one tile of another gravity. */
    private static MapPlan nine(Gravity gravity, Tile tile) {
        return MapPlan.of(3, 3).gravity(gravity, tile).station(0, 0).mine(2, 2);
    }

    private static Levels levelsWithEnergyCapacity(int level) {
        return new Levels(0, 0, 0, 0, 0, level, 0, 0);
    }

    private static Action moving(Direction direction) {
        return new Action(ActionType.MoveRobot, direction, null, null);
    }

    private static Score travelled(int gained, int inAll) {
        return new Score(ScoreCategory.TRAVELLING, gained, inAll, inAll);
    }

    /** A move of a robot that had full energy. */
    private static RobotMoved entered(String robot, Tile from, int x, int y, int energy, long atMs, Score score) {
        return new RobotMoved(
                robot, from, condition(tile(x, y), FULL - energy * 5_000L, atMs, atMs + 2_000, 0), score, null);
    }
}
