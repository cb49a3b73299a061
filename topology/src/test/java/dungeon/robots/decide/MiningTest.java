package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.condition;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Condition;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Direction;
import dungeon.schemas.FailureReason;
import dungeon.schemas.GameEnded;
import dungeon.schemas.Levels;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.state.MapTile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mining processes on the map of most tests, whose mine of 100 bio matter is at (2, 3). */
class MiningTest {
    private static final long FULL = 20 * 5000;
    private static final Tile MINE = tile(2, 3);
    private static final Levels LEVEL_0 = new Levels(0, 0, 0, 0, 0, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({"0, 2, 1", "1, 5, 2", "2, 10, 3", "3, 15, 4", "4, 20, 5", "5, 40, 6"})
    void aProcessTakes5000MsAndBringsTheUnitsOfTheLevel(int level, int units, int energy) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, mining(level), condition(MINE, FULL, 0, 0, 0));

        Outcome order = game.at(7).send(ANN, new StartMining(robot, null));
        order.gives(started(robot, MINE, Resource.BIO_MATTER, 7, FULL - energy * 5000L));
        game.at(5_006).tick().givesNothing();
        game.at(5_007)
                .tick()
                .givesDecisions(by(
                        order,
                        5_007,
                        new ResourcesMined(
                                robot,
                                MINE,
                                Resource.BIO_MATTER,
                                units,
                                0,
                                100 - units,
                                bio(units),
                                points(units, units),
                                List.of())));
        assertThat(game.records().robot(robot).getMining()).isNull();
        assertThat(game.records().mine(2, 3).getRemainingUnits()).isEqualTo(100 - units);
        game.at(100_000).tick().givesNothing();
    }

    @ParameterizedTest
    @CsvSource({"BIO_MATTER, 1", "CRYO_GAS, 2", "DARK_MATTER, 3", "ION_DUST, 4", "PLASMA_CORE, 5"})
    void rarerResourcesBringMorePoints(Resource resource, int pointsPerUnit) {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, resource, 60), ANN);
        String robot = game.spawn(ANN, mining(5), condition(tile(0, 3), FULL, 0, 0, 0));

        Outcome first = game.send(ANN, new StartMining(robot, null));
        first.gives(started(robot, tile(0, 3), resource, 0, FULL - 30_000));
        Outcome second = game.at(5_000).send(ANN, new StartMining(robot, null));
        Tile at = tile(0, 3);
        second.givesDecisions(
                by(
                        first,
                        5_000,
                        new ResourcesMined(
                                robot,
                                at,
                                resource,
                                40,
                                0,
                                20,
                                List.of(new ResourceUnits(resource, 40)),
                                points(40 * pointsPerUnit, 40 * pointsPerUnit),
                                List.of())),
                by(second, 5_000, started(robot, at, resource, 5_000, FULL - 30_000 + 4 * 5_000 - 30_000)));
        game.at(10_000)
                .tick()
                .givesDecisions(by(
                        second,
                        10_000,
                        new ResourcesMined(
                                robot,
                                at,
                                resource,
                                20,
                                0,
                                0,
                                List.of(new ResourceUnits(resource, 60)),
                                points(20 * pointsPerUnit, 60 * pointsPerUnit),
                                List.of()),
                        new MineDepleted(at, resource)));
    }

    @Test
    void aMineAnywhereCanBeNamedButTheUnitsEvaporateWhereNobodyIs() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(tile(4, 3), FULL, 0, 0, 0));

        Outcome order = game.send(ANN, new StartMining(robot, MINE));
        order.gives(new MiningStarted(
                robot, MINE, Resource.BIO_MATTER, time(5_000), condition(tile(4, 3), FULL - 5_000, 0, 1_000, 0)));
        game.at(5_000).tick().givesDecisions(by(order, 5_000, evaporated(robot, 2, 98)));
        assertThat(game.records().robot(robot).getCargo()).isEmpty();
    }

    @Test
    void theOwnTileCanBeNamedToo() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));

        Outcome order = game.send(ANN, new StartMining(robot, MINE));
        game.at(5_000).tick().givesDecisions(by(order, 5_000, mined(robot, 2, 98, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, an empty star system",
        "0, 0, a space station",
        "0, 1, a void",
        "4, 1, a black hole",
        "-1, 0, west of the map",
        "5, 0, east of the map",
        "2, -1, south of the map",
        "2, 4, north of the map",
        "-2147483648, 2147483647, far outside the map"
    })
    void whereThereIsNoMineTheActionFailsAndCostsTheSame(int x, int y, String what) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, mining(2), condition(MINE, FULL, 0, 0, 0));

        game.send(ANN, new StartMining(robot, tile(x, y)))
                .gives(new ActionFailed(
                        robot, mining(tile(x, y)), FailureReason.NO_MINE, condition(MINE, FULL - 15_000, 0, 1_000, 0)));
        assertThat(game.records().robot(robot).getMining()).as(what).isNull();
        assertThat(game.records().timers()).as("only the game's end").hasSize(1);
    }

    @Test
    void theOwnTileWithoutAMineIsNone() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);

        game.send(ANN, new StartMining(robot, null))
                .gives(new ActionFailed(
                        robot,
                        mining((Tile) null),
                        FailureReason.NO_MINE,
                        condition(tile(0, 0), FULL - 5_000, 0, 1_000, 0)));
    }

    @Test
    void aRobotRunsOneProcessAtATimeAndItIsLookedForAMineFirst() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        Outcome order = game.send(ANN, new StartMining(robot, null));

        // 19 + 0.8 - 1 = 18.8, then 18.8 + 0.8 - 1 = 18.6.
        game.at(1_000)
                .send(ANN, new StartMining(robot, null))
                .gives(new ActionFailed(
                        robot,
                        mining((Tile) null),
                        FailureReason.MINING_IN_PROGRESS,
                        condition(MINE, 94_000, 1_000, 2_000, 0)));
        game.at(2_000)
                .send(ANN, new StartMining(robot, tile(0, 0)))
                .gives(new ActionFailed(
                        robot, mining(tile(0, 0)), FailureReason.NO_MINE, condition(MINE, 93_000, 2_000, 3_000, 0)));
        // The running process knows nothing of it.
        game.at(5_000).tick().givesDecisions(by(order, 5_000, mined(robot, 2, 98, 2)));
    }

    @Test
    void twoRobotsOfAPlayerRunAProcessEach() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String first = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        String second = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));

        Outcome ofFirst = game.send(ANN, new StartMining(first, null));
        Outcome ofSecond = game.at(1).send(ANN, new StartMining(second, null));
        assertThat(game.records().account(ANN.playerId()).getMiningProcesses()).isEqualTo(2);
        game.at(6_000)
                .tick()
                .givesDecisions(
                        by(ofFirst, 5_000, mined(first, 2, 98, 2)),
                        by(
                                ofSecond,
                                5_001,
                                new ResourcesMined(
                                        second, MINE, Resource.BIO_MATTER, 2, 0, 96, bio(2), points(2, 4), List.of())));
        assertThat(game.records().account(ANN.playerId()).getMiningProcesses()).isZero();
    }

    /** The cooldown ends when the process does, so both timers are due at once; the second pair is set by one event. */
    @Test
    void theNextProcessStartsInTheMomentInWhichTheLastOneCompletes() {
        Rules rules = defaults();
        rules.setMiningCooldownMs(5_000);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        Outcome first = game.send(ANN, new StartMining(robot, null));
        Outcome second = game.send(ANN, new StartMining(robot, null));
        Outcome third = game.send(ANN, new StartMining(robot, null));
        second.gives(new ActionQueued(robot, mining((Tile) null), 1, time(5_000)));
        third.gives(new ActionQueued(robot, mining((Tile) null), 2, time(5_000)));

        // 20 - 1 = 19; 19 + 4 is capped at 20, and 1 is taken each time.
        game.at(20_000)
                .tick()
                .givesDecisions(
                        by(first, 5_000, mined(robot, 2, 98, 2)),
                        by(second, 5_000, startedWithCooldown(robot, 5_000, 1)),
                        by(
                                second,
                                10_000,
                                new ResourcesMined(
                                        robot, MINE, Resource.BIO_MATTER, 2, 0, 96, bio(4), points(2, 4), List.of())),
                        by(third, 10_000, startedWithCooldown(robot, 10_000, 0)),
                        by(
                                third,
                                15_000,
                                new ResourcesMined(
                                        robot, MINE, Resource.BIO_MATTER, 2, 0, 94, bio(6), points(2, 6), List.of())));
    }

    @Test
    void aProcessThatWaitedForEnergyStartsInTheMomentInWhichTheLastOneCompletes() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        // A process of level 3 takes 4 energies, and 4 come in 5 s.
        String robot = game.spawn(ANN, mining(3), condition(MINE, 20_000, 0, 1, 0));
        Outcome first = game.send(ANN, new StartMining(robot, null));
        Outcome second = game.send(ANN, new StartMining(robot, null));

        // 4 + 4/5000 - 4 is left at 1 ms.
        game.at(5_001)
                .tick()
                .givesDecisions(
                        by(first, 1, startedWithOneWaiting(robot, 1, 4, 5_000)),
                        by(
                                second,
                                5_000,
                                new ActionFailed(
                                        robot,
                                        mining((Tile) null),
                                        FailureReason.MINING_IN_PROGRESS,
                                        condition(MINE, 0, 5_000, 6_000, 0))),
                        by(first, 5_001, mined(robot, 15, 85, 15)));

        String other = game.spawn(ANN, mining(3), condition(MINE, 20_000 - 4, 5_001, 5_001, 0));
        Outcome third = game.at(5_001).send(ANN, new StartMining(other, null));
        Outcome fourth = game.at(5_001).send(ANN, new StartMining(other, null));
        game.at(10_002)
                .tick()
                .givesDecisions(
                        by(third, 5_002, startedWithOneWaiting(other, 5_002, 0, 10_002)),
                        by(
                                third,
                                10_002,
                                new ResourcesMined(
                                        other,
                                        MINE,
                                        Resource.BIO_MATTER,
                                        15,
                                        0,
                                        70,
                                        bio(15),
                                        points(15, 30),
                                        List.of())),
                        by(fourth, 10_002, started(other, MINE, Resource.BIO_MATTER, 10_002, 0)));
    }

    @Test
    void whatIsLeftIsAllThatThereIs() {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, Resource.BIO_MATTER, 3), ANN);
        Tile at = tile(0, 3);
        String robot = game.spawn(ANN, LEVEL_0, condition(at, FULL, 0, 0, 0));

        Outcome first = game.send(ANN, new StartMining(robot, null));
        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        first,
                        5_000,
                        new ResourcesMined(robot, at, Resource.BIO_MATTER, 2, 0, 1, bio(2), points(2, 2), List.of())));
        Outcome second = game.send(ANN, new StartMining(robot, null));
        game.at(10_000)
                .tick()
                .givesDecisions(by(
                        second,
                        10_000,
                        new ResourcesMined(robot, at, Resource.BIO_MATTER, 1, 0, 0, bio(3), points(1, 3), List.of()),
                        new MineDepleted(at, Resource.BIO_MATTER)));
        // The star system is empty from then on.
        MapTile tile = game.records().tile(0, 3);
        assertThat(tile.getContent()).isNull();
        game.send(ANN, new StartMining(robot, null))
                .gives(new ActionFailed(
                        robot, mining((Tile) null), FailureReason.NO_MINE, condition(at, 95_000, 10_000, 11_000, 0)));
    }

    @Test
    void aMineWithExactlyTheUnitsOfAProcessCloses() {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, Resource.BIO_MATTER, 2), ANN);
        Tile at = tile(0, 3);
        String robot = game.spawn(ANN, LEVEL_0, condition(at, FULL, 0, 0, 0));

        Outcome order = game.send(ANN, new StartMining(robot, null));
        assertThat(game.records().tile(0, 3).getContent()).isEqualTo(ContentKind.MINE);
        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        order,
                        5_000,
                        new ResourcesMined(robot, at, Resource.BIO_MATTER, 2, 0, 0, bio(2), points(2, 2), List.of()),
                        new MineDepleted(at, Resource.BIO_MATTER)));
    }

    @Test
    void aMineIsDepletedThoughEverythingEvaporates() {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, Resource.BIO_MATTER, 1), ANN);
        Tile at = tile(0, 3);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));

        Outcome order = game.send(ANN, new StartMining(robot, at));
        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        order,
                        5_000,
                        new ResourcesMined(robot, at, Resource.BIO_MATTER, 0, 1, 0, List.of(), null, List.of()),
                        new MineDepleted(at, Resource.BIO_MATTER)));
    }

    @ParameterizedTest
    @CsvSource({"5, 2, 2, 1", "3, 2, 1, 0", "2, 2, 0, 0", "1, 1, 0, 0"})
    void robotsThatEmptyAMineInTheSameMomentGetItInTheOrderOfTheirStart(int units, int first, int second, int left) {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, Resource.BIO_MATTER, units), ANN, BOB);
        Tile at = tile(0, 3);
        String ofBob = game.spawn(BOB, LEVEL_0, condition(at, FULL, 0, 0, 0));
        String ofAnn = game.spawn(ANN, LEVEL_0, condition(at, FULL, 0, 0, 0));
        Outcome byAnn = game.send(ANN, new StartMining(ofAnn, null));
        Outcome byBob = game.send(BOB, new StartMining(ofBob, null));

        ResourcesMined minedByAnn = new ResourcesMined(
                ofAnn, at, Resource.BIO_MATTER, first, 0, units - first, bio(first), points(first, first), List.of());
        ResourcesMined minedByBob = new ResourcesMined(
                ofBob,
                at,
                Resource.BIO_MATTER,
                second,
                0,
                left,
                bio(second),
                second == 0 ? null : points(second, second),
                List.of());
        MineDepleted depleted = new MineDepleted(at, Resource.BIO_MATTER);
        game.at(5_000)
                .tick()
                .givesDecisions(
                        units == first ? by(byAnn, 5_000, minedByAnn, depleted) : by(byAnn, 5_000, minedByAnn),
                        units != first && left == 0
                                ? by(byBob, 5_000, minedByBob, depleted)
                                : by(byBob, 5_000, minedByBob));
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void aRobotThatLeftAndCameBackTakesTheUnits() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        Outcome order = game.send(ANN, new StartMining(robot, null));
        game.at(1_000).move(ANN, robot, Direction.S);
        game.at(3_000).move(ANN, robot, Direction.N);

        // 1 point is for the star system in the south.
        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        order,
                        5_000,
                        new ResourcesMined(
                                robot,
                                MINE,
                                Resource.BIO_MATTER,
                                2,
                                0,
                                98,
                                bio(2),
                                new Score(ScoreCategory.MINING, 2, 2, 3),
                                List.of())));
    }

    @Test
    void aRobotThatLeftTakesNothing() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        Outcome order = game.send(ANN, new StartMining(robot, null));
        game.at(1_000).move(ANN, robot, Direction.S);

        game.at(5_000).tick().givesDecisions(by(order, 5_000, evaporated(robot, 2, 98)));
        game.at(99_000).tick().givesNothing();
    }

    @Test
    void aRobotThatDiedAtTheMineTakesNothingAndItsOwnerIsToldAllTheSame() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Condition nearlyDead = new Condition(MINE, 1, 0, 20, 0, time(0), time(0), 0, null);
        String robot = game.spawn(ANN, LEVEL_0, nearlyDead);
        String attacker = game.spawn(BOB, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        Outcome order = game.send(ANN, new StartMining(robot, null));
        game.at(1_000).send(BOB, new AttackRobot(attacker, robot));
        assertThat(game.records().robot(robot).getDestroyed()).isTrue();

        game.at(5_000).tick().givesDecisions(by(order, 5_000, evaporated(robot, 2, 98)));
        assertThat(game.replayed()).isEqualTo(game.records());
    }

    @Test
    void whatARobotCannotHoldEvaporates() {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, Resource.CRYO_GAS, 50), ANN);
        Tile at = tile(0, 3);
        String robot = game.spawn(ANN, LEVEL_0, condition(at, FULL, 0, 0, 0));

        Outcome order = game.send(ANN, new StartMining(robot, null));
        game.at(5_000)
                .tick()
                .givesDecisions(by(
                        order,
                        5_000,
                        new ResourcesMined(robot, at, Resource.CRYO_GAS, 0, 2, 48, List.of(), null, List.of())));
    }

    /** Rows: MINING level, resource, whether a robot of the level can hold it. */
    @ParameterizedTest
    @CsvSource({
        "0, BIO_MATTER, true", "0, CRYO_GAS, false", "0, PLASMA_CORE, false",
        "1, BIO_MATTER, true", "1, CRYO_GAS, true", "1, DARK_MATTER, false",
        "2, CRYO_GAS, true", "2, DARK_MATTER, true", "2, ION_DUST, false",
        "3, DARK_MATTER, true", "3, ION_DUST, true", "3, PLASMA_CORE, false",
        "4, BIO_MATTER, true", "4, ION_DUST, true", "4, PLASMA_CORE, true",
        "5, BIO_MATTER, true", "5, PLASMA_CORE, true"
    })
    void theLevelSaysWhatARobotCanHold(int level, Resource resource, boolean holds) {
        GameScenario game = GameScenario.started(crossroads().deposit(0, 3, resource, 1), ANN);
        String robot = game.spawn(ANN, mining(level), condition(tile(0, 3), FULL, 0, 0, 0));
        game.send(ANN, new StartMining(robot, null));

        game.at(5_000).tick();

        assertThat(game.records().robot(robot).getCargo())
                .isEqualTo(holds ? List.of(new ResourceUnits(resource, 1)) : List.of());
    }

    @Test
    void whatExceedsTheRoomEvaporates() {
        Rules rules = defaults();
        rules.setStorage(List.of(3, 50, 100, 200, 400, 1000));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));

        Outcome first = game.send(ANN, new StartMining(robot, null));
        game.at(5_000).tick().givesDecisions(by(first, 5_000, mined(robot, 2, 98, 2)));
        Outcome second = game.send(ANN, new StartMining(robot, null));
        game.at(10_000)
                .tick()
                .givesDecisions(by(
                        second,
                        10_000,
                        new ResourcesMined(
                                robot, MINE, Resource.BIO_MATTER, 1, 1, 96, bio(3), points(1, 3), List.of())));
        Outcome third = game.send(ANN, new StartMining(robot, null));
        game.at(15_000)
                .tick()
                .givesDecisions(by(
                        third,
                        15_000,
                        new ResourcesMined(robot, MINE, Resource.BIO_MATTER, 0, 2, 94, bio(3), null, List.of())));
    }

    @Test
    void cargoOfSeveralResourcesSharesTheRoomAndIsListedFromCommonToRare() {
        Rules rules = defaults();
        rules.setStorage(List.of(50, 50, 100, 200, 400, 1000));
        MapPlan map = crossroads().deposit(3, 3, Resource.PLASMA_CORE, 100);
        GameScenario game = GameScenario.started(map, rules, ANN);
        Levels levels = new Levels(0, 5, 0, 0, 0, 0, 0, 0);
        String robot = game.spawn(ANN, levels, condition(tile(3, 3), FULL, 0, 0, 0));
        game.send(ANN, new StartMining(robot, null));
        game.at(5_000).move(ANN, robot, Direction.W);
        Outcome order = game.at(7_000).send(ANN, new StartMining(robot, null));

        game.at(12_000)
                .tick()
                .givesDecisions(by(
                        order,
                        12_000,
                        new ResourcesMined(
                                robot,
                                MINE,
                                Resource.BIO_MATTER,
                                10,
                                30,
                                60,
                                List.of(
                                        new ResourceUnits(Resource.BIO_MATTER, 10),
                                        new ResourceUnits(Resource.PLASMA_CORE, 40)),
                                new Score(ScoreCategory.MINING, 10, 210, 211),
                                List.of())));
    }

    @Test
    void theLevelAtTheEndOfTheProcessCounts() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.buyRobot(ANN);
        Outcome order = game.send(ANN, new StartMining(robot, MINE));
        game.at(4_999).send(ANN, new BuyUpgrade(robot, Upgrade.MINING, 1));

        game.at(5_000).tick().givesDecisions(by(order, 5_000, evaporated(robot, 5, 95)));
    }

    @Test
    void aProcessThatNeedsMoreThanTheRobotCanHoldFailsAtOnce() {
        Rules rules = defaults();
        rules.setEnergyCapacity(List.of(5, 5, 40, 60, 100, 200));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = game.spawn(ANN, mining(5), condition(MINE, 12_345, 0, 0, 0));

        game.send(ANN, new StartMining(robot, null))
                .gives(new ActionFailed(
                        robot,
                        mining((Tile) null),
                        FailureReason.TOO_LITTLE_CAPACITY,
                        condition(MINE, 12_345, 0, 1_000, 0)));
    }

    @Test
    void aProcessFromTheQueueIsThatOfTheCommandThatOrderedIt() {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = game.spawn(BOB, LEVEL_0, condition(tile(2, 2), FULL, 0, 0, 0));
        game.move(BOB, robot, Direction.N);
        Outcome order = game.at(10).send(BOB, new StartMining(robot, null));
        order.gives(new ActionQueued(robot, mining((Tile) null), 1, time(2_000)));

        // 19 + 1.6, capped at 20, less 1; the star system of the mine has brought a point.
        game.at(7_000)
                .tick()
                .givesDecisions(
                        by(order, 2_000, started(robot, MINE, Resource.BIO_MATTER, 2_000, 95_000)),
                        by(
                                order,
                                7_000,
                                new ResourcesMined(
                                        robot,
                                        MINE,
                                        Resource.BIO_MATTER,
                                        2,
                                        0,
                                        98,
                                        bio(2),
                                        new Score(ScoreCategory.MINING, 2, 2, 3),
                                        List.of())));
    }

    @Test
    void nothingIsMinedAfterTheEnd() {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = game.spawn(ANN, LEVEL_0, condition(MINE, FULL, 0, 0, 0));
        game.at(GameScenario.DURATION_MS - 5_000).send(ANN, new StartMining(robot, null));
        game.at(GameScenario.DURATION_MS - 1).tick().givesNothing();

        // Both are due at once; the end was set at the start.
        assertThat(game.at(GameScenario.DURATION_MS).tick().events())
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload()).isInstanceOf(GameEnded.class));
        game.at(GameScenario.DURATION_MS + 60_000).tick().givesNothing();
    }

    private static Levels mining(int level) {
        return new Levels(5, level, 0, 0, 0, 0, 0, 0);
    }

    private static Action mining(Tile mine) {
        return new Action(ActionType.StartMining, null, null, mine);
    }

    private static MiningStarted started(String robot, Tile at, Resource resource, long atMs, long energyIn5000ths) {
        return new MiningStarted(
                robot, at, resource, time(atMs + 5_000), condition(at, energyIn5000ths, atMs, atMs + 1_000, 0));
    }

    private static MiningStarted startedWithOneWaiting(
            String robot, long atMs, long energyIn5000ths, long nextRunsAtMs) {
        return new MiningStarted(
                robot,
                MINE,
                Resource.BIO_MATTER,
                time(atMs + 5_000),
                condition(MINE, energyIn5000ths, atMs, atMs + 1_000, 1, nextRunsAtMs));
    }

    private static MiningStarted startedWithCooldown(String robot, long atMs, int queued) {
        return new MiningStarted(
                robot,
                MINE,
                Resource.BIO_MATTER,
                time(atMs + 5_000),
                queued == 0
                        ? condition(MINE, 95_000, atMs, atMs + 5_000, 0)
                        : condition(MINE, 95_000, atMs, atMs + 5_000, queued, atMs + 5_000));
    }

    private static ResourcesMined mined(String robot, int units, int remaining, int pointsAfter) {
        return new ResourcesMined(
                robot,
                MINE,
                Resource.BIO_MATTER,
                units,
                0,
                remaining,
                bio(units),
                points(units, pointsAfter),
                List.of());
    }

    private static ResourcesMined evaporated(String robot, int units, int remaining) {
        return new ResourcesMined(robot, MINE, Resource.BIO_MATTER, 0, units, remaining, List.of(), null, List.of());
    }

    private static Score points(int gained, int after) {
        return new Score(ScoreCategory.MINING, gained, after, after);
    }

    private static List<ResourceUnits> bio(int units) {
        return units == 0 ? List.of() : List.of(new ResourceUnits(Resource.BIO_MATTER, units));
    }
}
