package dungeon.robots.decide;

import static dungeon.robots.Decided.by;
import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.idOf;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.Given.FULL_ENERGY;
import static dungeon.robots.Given.condition;
import static dungeon.robots.Given.levels;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.Outcome;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Direction;
import dungeon.schemas.DiscardReason;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Levels;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Resource;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.UpgradePurchased;
import dungeon.schemas.VoucherDiscarded;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Purchases of upgrades: what they cost, when they are refused or lost, and what they do at the moment of purchase. */
class UpgradeTest {
    private static final long HEALTH = 100_000;
    private static final long ENERGY = 5_000;
    private static final Tile STATION = tile(0, 0);
    private static final int[] PRICES = {0, 50, 300, 1_500, 4_000, 15_000};
    private static final int[] MINING_PRICES = {0, 200, 600, 2_000, 6_000, 20_000};

    static Stream<Arguments> steps() {
        List<Arguments> steps = new ArrayList<>();
        for (Upgrade upgrade : Upgrade.values()) {
            for (int from = 0; upgrade != Upgrade.UNKNOWN && from < 5; from++) {
                for (int levels = 1; from + levels <= 5; levels++) {
                    steps.add(Arguments.of(upgrade, from, levels));
                }
            }
        }
        return steps.stream();
    }

    @ParameterizedTest(name = "{0} from level {1} by {2}")
    @MethodSource("steps")
    void eachLevelCostsItsPriceAndGivesTenPointsAndAnEventOfItsOwn(Upgrade upgrade, int from, int levels) {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, levels(upgrade, from), STATION, 500 * HEALTH, 200 * ENERGY);
        int[] prices = upgrade == Upgrade.MINING ? MINING_PRICES : PRICES;
        long price = Arrays.stream(prices, from + 1, from + levels + 1).sum();

        Outcome outcome = game.at(77).send(ANN, new BuyUpgrade(robot, upgrade, levels));

        assertThat(outcome.events()).hasSize(1 + levels);
        assertThat(outcome.events().get(0).getPayload())
                .isEqualTo(new UpgradePurchased(idOf(1), robot, upgrade, levels, price, 1_000_000 - price, 2L));
        for (int i = 1; i <= levels; i++) {
            RobotUpgraded upgraded = (RobotUpgraded) outcome.events().get(i).getPayload();
            assertThat(upgraded.getVoucherId()).isEqualTo(idOf(1));
            assertThat(upgraded.getRobotId()).isEqualTo(robot);
            assertThat(upgraded.getUpgrade()).isEqualTo(upgrade);
            assertThat(upgraded.getLevel()).isEqualTo(from + i);
            assertThat(upgraded.getScore()).isEqualTo(new Score(ScoreCategory.UPGRADING, 10, 10 * i, 10 * i));
            assertThat(upgraded.getUpgradeCredits())
                    .isEqualTo(Arrays.stream(prices, from + 1, from + i + 1).sum());
        }
        assertThat(game.records().robot(robot).getLevels()).isEqualTo(levels(upgrade, from + levels));
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(1_000_000 - price);
    }

    @Test
    void severalLevelsArePurchasedTogetherAndReachedOneByOne() {
        GameScenario game = started(5_850);
        String robot = Given.robot(game, ANN, levels(), STATION, 10 * HEALTH, FULL_ENERGY);

        game.at(9)
                .send(ANN, new BuyUpgrade(robot, Upgrade.HEALTH, 4))
                .gives(
                        new UpgradePurchased(idOf(1), robot, Upgrade.HEALTH, 4, 5_850L, 0L, 2L),
                        upgraded(robot, Upgrade.HEALTH, 1, 25, 9, 10, 50),
                        upgraded(robot, Upgrade.HEALTH, 2, 50, 9, 20, 350),
                        upgraded(robot, Upgrade.HEALTH, 3, 100, 9, 30, 1_850),
                        upgraded(robot, Upgrade.HEALTH, 4, 200, 9, 40, 5_850));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 4", "3, 3", "4, 2", "5, 1", "5, 5"})
    void thereIsNoLevelAboveFive(int from, int levels) {
        for (Upgrade upgrade : Upgrade.values()) {
            if (upgrade == Upgrade.UNKNOWN) {
                continue;
            }
            // Too poor as well: that there is no such level comes first.
            GameScenario game = started(100);
            String robot = Given.robot(game, ANN, levels(upgrade, from), STATION, HEALTH, ENERGY);

            costsNothing(
                    game,
                    new BuyUpgrade(robot, upgrade, levels),
                    RejectionCode.MAX_LEVEL,
                    "level",
                    String.valueOf(from),
                    "levelMaximum",
                    "5");
        }
    }

    @ParameterizedTest
    @CsvSource({"STORAGE, 3, 1850", "MINING, 1, 200", "MINING, 2, 800", "COOLDOWN, 5, 20850"})
    void oneCreditTooFewBuysNothingAndTheLastOneDoes(Upgrade upgrade, int levels, long price) {
        GameScenario poor = started(price - 1);
        String robot = Given.robot(poor, ANN, STATION);
        costsNothing(
                poor,
                new BuyUpgrade(robot, upgrade, levels),
                RejectionCode.INSUFFICIENT_FUNDS,
                "price",
                String.valueOf(price),
                "balance",
                String.valueOf(price - 1));

        GameScenario able = started(price);
        robot = Given.robot(able, ANN, STATION);
        assertThat(able.send(ANN, new BuyUpgrade(robot, upgrade, levels)).events())
                .hasSize(levels + 1);
        assertThat(able.records().account(ANN.playerId()).getBalance()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2, 3", "4, 1"})
    void awayFromAStationTheVoucherIsPaidForAndLost(int x, int y) {
        GameScenario game = started(500);
        String robot = Given.robot(game, ANN, tile(x, y));
        Robot before = game.records().robot(robot);

        game.at(5)
                .send(ANN, new BuyUpgrade(robot, Upgrade.DAMAGE, 2))
                .gives(
                        new UpgradePurchased(idOf(1), robot, Upgrade.DAMAGE, 2, 350L, 150L, 2L),
                        new VoucherDiscarded(idOf(1), robot, DiscardReason.NOT_AT_STATION));

        assertThat(game.records().robot(robot)).isEqualTo(before);
        assertThat(game.records().account(ANN.playerId()).getBalance()).isEqualTo(150);
        assertThat(game.records().account(ANN.playerId()).getUpgrading()).isZero();
        // The voucher has an id of its own, so the next thing that gets one does not share it.
        assertThat(game.buyRobot(ANN)).isEqualTo(idOf(3));
    }

    @Test
    void anotherPlayersStationWillDo() {
        GameScenario game = started(500);
        String robot = Given.robot(game, ANN, tile(4, 0));

        assertThat(game.send(ANN, new BuyUpgrade(robot, Upgrade.DAMAGE, 1)).events())
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(event.getPayload()).isInstanceOf(RobotUpgraded.class));
    }

    @Test
    void aRefusedUpgradeCostsNothing() {
        GameScenario game = GameScenario.started(crossroads().blackHoleDestruction(1000), ANN, BOB);
        String bobs = game.buyRobot(BOB);
        String lost = game.buyRobotAt(ANN, tile(4, 0));
        game.move(ANN, lost, Direction.N);

        costsNothing(game, new BuyUpgrade(idOf(99), Upgrade.DAMAGE, 1), RejectionCode.UNKNOWN_ROBOT);
        costsNothing(game, new BuyUpgrade(bobs, Upgrade.DAMAGE, 1), RejectionCode.NOT_OWNER);
        costsNothing(game, new BuyUpgrade(lost, Upgrade.DAMAGE, 1), RejectionCode.ROBOT_DESTROYED);
    }

    @Test
    void aBiggerCapacityIsFilledByTheDifferenceAndNoFurther() {
        GameScenario game = started(1_000);
        // 1 health and 2 energies when the scenario begins, at a station: 50/100,000 and 8/5,000 come in a ms.
        String robot = Given.robot(game, ANN, levels(), STATION, HEALTH + 7, 2 * ENERGY + 1);

        game.at(1_237)
                .send(ANN, new BuyUpgrade(robot, Upgrade.HEALTH, 1))
                .gives(
                        new UpgradePurchased(idOf(1), robot, Upgrade.HEALTH, 1, 50L, 950L, 2L),
                        new RobotUpgraded(
                                idOf(1),
                                robot,
                                Upgrade.HEALTH,
                                1,
                                condition(STATION, 100_007 + 61_850 + 15 * HEALTH, 10_001 + 9_896, 1_237, 0, 0),
                                points(10),
                                50L));
        // 25 health now, of which 5 % a second are 125/100,000 a ms.
        game.at(1_238)
                .send(ANN, new BuyUpgrade(robot, Upgrade.ENERGY_CAPACITY, 1))
                .gives(
                        new UpgradePurchased(idOf(2), robot, Upgrade.ENERGY_CAPACITY, 1, 50L, 900L, 3L),
                        new RobotUpgraded(
                                idOf(2),
                                robot,
                                Upgrade.ENERGY_CAPACITY,
                                1,
                                condition(STATION, 161_857 + 15 * HEALTH + 125, 19_897 + 8 + 10 * ENERGY, 1_238, 0, 0),
                                points(20),
                                100L));
    }

    @Test
    void whatHasRegeneratedBeforeAnUpgradeDidSoAtTheOldRate() {
        GameScenario game = started(1_000);
        String robot = Given.robot(game, ANN, levels(), STATION, HEALTH, 0);
        game.at(333).send(ANN, new BuyUpgrade(robot, Upgrade.HEALTH_REGENERATION, 1));
        game.at(777).send(ANN, new BuyUpgrade(robot, Upgrade.ENERGY_REGENERATION, 1));

        // Health: 333 ms at 5 % of 10 a second, 1,668 ms at 7 %. Energy: 777 ms at 8/5,000, 1,224 ms at 12/5,000, less
        // 2.
        game.at(2_001)
                .move(ANN, robot, Direction.E)
                .gives(new RobotMoved(
                        robot,
                        STATION,
                        condition(
                                tile(1, 0),
                                HEALTH + 333 * 50 + 1_668 * 70,
                                777 * 8 + 1_224 * 12 - 2 * ENERGY,
                                2_001,
                                4_001,
                                0),
                        new Score(ScoreCategory.TRAVELLING, 2, 2, 22),
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        // 2 energies for the move east are missing at 0 and come at 8/5,000 a ms; the upgrade is bought at 500.
        "STORAGE, 1, 1250",
        "HEALTH, 1, 1250",
        // 4,000 at 500, then 12 a ms: 500 ms for the rest. At level 5, 40 a ms: 150 ms.
        "ENERGY_REGENERATION, 1, 1000",
        "ENERGY_REGENERATION, 5, 650",
        // 10 energies come with the upgrade, so it is due at once.
        "ENERGY_CAPACITY, 1, 500",
    })
    void aQueueThatWaitsForEnergyGoesOnWhenTheUpgradeLetsIt(Upgrade upgrade, int levels, long dueMs) {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, levels(), STATION, 10 * HEALTH, 0);
        Outcome waiting = game.move(ANN, robot, Direction.E);
        waiting.gives(
                new ActionQueued(robot, new Action(ActionType.MoveRobot, Direction.E, null, null), 1, time(1_250)));

        Outcome bought = game.at(500).send(ANN, new BuyUpgrade(robot, upgrade, levels));
        assertThat(((RobotUpgraded) bought.events().get(levels).getPayload())
                        .getCondition()
                        .getRunsAt())
                .isEqualTo(time(dueMs));

        if (dueMs > 500) {
            game.at(dueMs - 1).tick().givesNothing();
        }
        Outcome tick = game.at(600_000 - 1).tick();
        assertThat(tick.events()).hasSize(1);
        assertThat(tick.events().get(0).getPayload()).isInstanceOf(RobotMoved.class);
        assertThat(tick.events().get(0).getTime()).isEqualTo(time(dueMs));
        assertThat(tick.events().get(0).getCommandId()).isEqualTo(waiting.commandId());
    }

    @Test
    void aQueuedActionCostsWhatTheLevelIsWhenItRuns() {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, levels(), STATION, 10 * HEALTH, FULL_ENERGY);
        game.move(ANN, robot, Direction.W);
        Outcome mining = game.at(1).send(ANN, new StartMining(robot, tile(2, 3)));
        game.at(2).send(ANN, new BuyUpgrade(robot, Upgrade.MINING, 3));

        game.at(2_000)
                .tick()
                .givesDecisions(by(
                        mining,
                        2_000,
                        new MiningStarted(
                                robot,
                                tile(2, 3),
                                Resource.BIO_MATTER,
                                time(7_000),
                                condition(STATION, 10 * HEALTH, FULL_ENERGY - 4 * ENERGY, 2_000, 3_000, 0))));
    }

    @Test
    void aCooldownThatRunsIsNotMadeShorter() {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, levels(), STATION, 10 * HEALTH, FULL_ENERGY);
        game.move(ANN, robot, Direction.W);

        Outcome outcome = game.at(10).send(ANN, new BuyUpgrade(robot, Upgrade.COOLDOWN, 5));

        assertThat(((RobotUpgraded) outcome.events().get(5).getPayload()).getCondition())
                .isEqualTo(condition(STATION, 10 * HEALTH, FULL_ENERGY, 10, 2_000, 0));
        assertThat(game.at(1_999).move(ANN, robot, Direction.W).events().get(0).getPayload())
                .isInstanceOf(ActionQueued.class);
    }

    @Test
    void theEventsSayHowManyActionsWaitAndLeaveThemWaiting() {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, levels(), STATION, 10 * HEALTH, FULL_ENERGY);
        game.move(ANN, robot, Direction.W);
        game.move(ANN, robot, Direction.W);
        game.move(ANN, robot, Direction.W);

        Outcome outcome = game.at(10).send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 1));

        assertThat(((RobotUpgraded) outcome.events().get(1).getPayload()).getCondition())
                .isEqualTo(condition(STATION, 10 * HEALTH, FULL_ENERGY, 10, 2_000, 2, 2_000));
        assertThat(game.records().robot(robot).getQueue()).hasSize(2);
    }

    @Test
    void anActionThatAnUpgradeMakesTooDearFailsNowAndNotInThePast() {
        // By these rules a robot of DAMAGE level 1 cannot pay for an attack.
        Rules rules = defaults();
        rules.setAttackEnergy(List.of(10, 21, 21, 21, 21, 21));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        String robot = Given.robot(game, ANN, levels(), STATION, 10 * HEALTH, 0);
        String target = Given.robot(game, BOB, STATION);
        Outcome attack = game.at(100).send(ANN, new AttackRobot(robot, target));
        Outcome upgrade = game.at(400).send(ANN, new BuyUpgrade(robot, Upgrade.DAMAGE, 1));
        assertThat(upgrade.events()).hasSize(2);

        game.at(401)
                .tick()
                .givesDecisions(by(
                        attack,
                        400,
                        new ActionFailed(
                                robot,
                                new Action(ActionType.AttackRobot, null, target, null),
                                FailureReason.TOO_LITTLE_CAPACITY,
                                condition(STATION, 10 * HEALTH, 400 * 8, 400, 1_400, 0))));
    }

    @Test
    void pricesAndPointsAreThoseOfTheGamesRules() {
        Rules rules = defaults();
        rules.setUpgradePrice(List.of(7, 1, 2, 4, 8, 16));
        rules.setMiningUpgradePrice(List.of(7, 10, 20, 40, 80, 160));
        rules.setUpgradePoints(3);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = Given.robot(game, ANN, STATION);

        Outcome storage = game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 5));
        Outcome mining = game.send(ANN, new BuyUpgrade(robot, Upgrade.MINING, 5));

        assertThat(storage.events().get(0).getPayload())
                .isEqualTo(new UpgradePurchased(idOf(1), robot, Upgrade.STORAGE, 5, 31L, 469L, 2L));
        assertThat(mining.events().get(0).getPayload())
                .isEqualTo(new UpgradePurchased(idOf(2), robot, Upgrade.MINING, 5, 310L, 159L, 3L));
        assertThat(((RobotUpgraded) mining.events().get(5).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.UPGRADING, 3, 30, 30));
    }

    @Test
    void anUpgradeWithoutPointsSaysSo() {
        Rules rules = defaults();
        rules.setUpgradePoints(0);
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = Given.robot(game, ANN, STATION);

        Outcome outcome = game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, 1));

        assertThat(((RobotUpgraded) outcome.events().get(1).getPayload()).getScore())
                .isEqualTo(new Score(ScoreCategory.UPGRADING, 0, 0, 0));
    }

    @ParameterizedTest
    @EnumSource(value = Upgrade.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void anUpgradeIsOfOneRobotAndOfOneKind(Upgrade upgrade) {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, STATION);
        String other = Given.robot(game, ANN, STATION);
        Robot before = game.records().robot(other);

        game.send(ANN, new BuyUpgrade(robot, upgrade, 2));

        Levels levels = game.records().robot(robot).getLevels();
        assertThat(levels).isEqualTo(levels(upgrade, 2));
        assertThat(game.records().robot(other)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatWasSpentOnARobotIsRememberedWithIt(int levels) {
        GameScenario game = rich();
        String robot = Given.robot(game, ANN, STATION);
        game.send(ANN, new BuyUpgrade(robot, Upgrade.STORAGE, levels));
        game.send(ANN, new BuyUpgrade(robot, Upgrade.MINING, levels));

        assertThat(game.records().robot(robot).getUpgradeCredits()).isEqualTo(levels == 1 ? 250 : 1_850 + 2_800);
    }

    /** Refused, and nothing is changed by it but that one more event has happened. */
    private static void costsNothing(
            GameScenario game, SpecificRecord payload, RejectionCode code, String... namesAndValues) {
        var account = game.records().account(ANN.playerId());
        long ids = game.records().counters().getIds();
        var robots = List.copyOf(game.records().robots());

        game.at(44).send(ANN, payload).isRejected(code, namesAndValues);

        assertThat(game.records().account(ANN.playerId())).isEqualTo(account);
        assertThat(game.records().counters().getIds()).isEqualTo(ids);
        assertThat(game.records().robots()).containsExactlyElementsOf(robots);
    }

    private static RobotUpgraded upgraded(
            String robot, Upgrade upgrade, int level, long health, long atMs, int inCategory, long credits) {
        return new RobotUpgraded(
                idOf(1),
                robot,
                upgrade,
                level,
                condition(STATION, health * HEALTH, FULL_ENERGY, atMs, 0, 0),
                points(inCategory),
                credits);
    }

    private static Score points(int inCategory) {
        return new Score(ScoreCategory.UPGRADING, 10, inCategory, inCategory);
    }

    private static GameScenario rich() {
        return started(1_000_000);
    }

    private static GameScenario started(long credits) {
        Rules rules = defaults();
        rules.setInitialCredits(Math.max(credits, 100));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN, BOB);
        Given.balance(game, ANN, credits);
        return game;
    }
}
