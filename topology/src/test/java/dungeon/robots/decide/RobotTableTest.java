package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.Given.FULL_ENERGY;
import static dungeon.robots.Given.condition;
import static dungeon.robots.Given.levels;
import static dungeon.robots.Given.units;
import static dungeon.robots.Given.with;
import static dungeon.robots.MapPlan.crossroads;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.robots.GameScenario;
import dungeon.robots.Given;
import dungeon.robots.Outcome;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.Condition;
import dungeon.schemas.Direction;
import dungeon.schemas.Levels;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each row of the table of robots in docs/the-game.md, by what it does in a game: a line for each level, with the numbers as they
 * stand there. The prices are in {@link UpgradeTest}.
 */
class RobotTableTest {
    private static final long HEALTH = 100_000;
    private static final long ENERGY = 5_000;
    /** A light star system in the middle of nowhere. */
    private static final Tile ARENA = tile(2, 1);

    @ParameterizedTest
    @CsvSource({"0, 20", "1, 50", "2, 100", "3, 200", "4, 400", "5, 1000"})
    void storageIsTheUnitsOfCargo(int level, int units) {
        Levels levels = with(levels(Upgrade.STORAGE, level), Upgrade.MINING, 5);

        assertThat(loot(levels, units(600, 600, 0, 0, 0)).stream()
                        .mapToInt(ResourceUnits::getUnits)
                        .sum())
                .isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 5", "2, 10", "3, 15", "4, 20", "5, 40"})
    void miningIsTheUnitsOfAProcessAndAnEnergyALevel(int level, int units) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        Tile mine = tile(2, 3);
        Levels levels = with(levels(Upgrade.MINING, level), Upgrade.STORAGE, 1);
        String robot = Given.robot(game, ANN, levels, mine, 10 * HEALTH, FULL_ENERGY);

        Outcome started = game.send(ANN, new StartMining(robot, null));
        started.gives(new MiningStarted(
                robot,
                mine,
                Resource.BIO_MATTER,
                time(5_000),
                condition(mine, 10 * HEALTH, FULL_ENERGY - (level + 1) * ENERGY, 0, 1_000, 0)));

        ResourcesMined mined =
                (ResourcesMined) game.at(5_000).tick().events().get(0).getPayload();
        assertThat(mined.getCollected()).isEqualTo(units);
        assertThat(mined.getRemainingUnits()).isEqualTo(100 - units);
        assertThat(mined.getEvaporated()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, BIO_MATTER",
        "1, BIO_MATTER CRYO_GAS",
        "2, BIO_MATTER CRYO_GAS DARK_MATTER",
        "3, BIO_MATTER CRYO_GAS DARK_MATTER ION_DUST",
        "4, BIO_MATTER CRYO_GAS DARK_MATTER ION_DUST PLASMA_CORE",
        "5, BIO_MATTER CRYO_GAS DARK_MATTER ION_DUST PLASMA_CORE"
    })
    void miningIsTheHighestResourceThatCanBeHeld(int level, String resources) {
        List<ResourceUnits> looted = loot(levels(Upgrade.MINING, level), units(1, 1, 1, 1, 1));

        assertThat(looted.stream().map(lot -> lot.getResource().name()).collect(Collectors.joining(" ")))
                .isEqualTo(resources);
        assertThat(looted).allMatch(lot -> lot.getUnits() == 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 5", "3, 10", "4, 20", "5, 50"})
    void damageIsTheHealthThatAnAttackTakesAndAnEnergyALevel(int level, int damage) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels(Upgrade.DAMAGE, level), ARENA, 10 * HEALTH, FULL_ENERGY);
        String target = Given.robot(game, BOB, levels(Upgrade.HEALTH, 5), ARENA, 500 * HEALTH, FULL_ENERGY);

        RobotAttacked attacked = (RobotAttacked) onlyOne(game.at(40).send(ANN, new AttackRobot(robot, target)));

        assertThat(attacked.getDamage()).isEqualTo(damage);
        assertThat(attacked.getTargetCondition())
                .isEqualTo(condition(ARENA, (500 - damage) * HEALTH, FULL_ENERGY, 40, 0, 0));
        assertThat(attacked.getCondition())
                .isEqualTo(condition(ARENA, 10 * HEALTH, FULL_ENERGY - (level + 1) * ENERGY, 40, 1_040, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 25", "2, 50", "3, 100", "4, 200", "5, 500"})
    void healthIsTheMaximumToWhichItRegenerates(int level, int maximum) {
        // 5 % of the maximum a second: after 19.999 s of 20 the last 1/20,000 is missing.
        assertThat(healthAfter(levels(Upgrade.HEALTH, level), 0, 19_999)).isEqualTo(maximum * HEALTH - maximum * 5L);
        assertThat(healthAfter(levels(Upgrade.HEALTH, level), 0, 20_000)).isEqualTo(maximum * HEALTH);
        assertThat(healthAfter(levels(Upgrade.HEALTH, level), 1, 300_000)).isEqualTo(maximum * HEALTH);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 7", "2, 9", "3, 12", "4, 15", "5, 20"})
    void healthRegenerationIsThePercentageOfTheMaximumASecond(int level, int percent) {
        Levels levels = with(levels(Upgrade.HEALTH_REGENERATION, level), Upgrade.HEALTH, 3);

        // Of 100 health: so many health a second, and a thousandth of that in a ms.
        assertThat(healthAfter(levels, HEALTH, 1_000)).isEqualTo((1 + percent) * HEALTH);
        assertThat(healthAfter(levels, 99, 1)).isEqualTo(99 + percent * 100L);
        assertThat(healthAfter(levels, 0, 3_333)).isEqualTo(percent * 333_300L);
    }

    @Test
    void byRulesWithoutRepairHealthStaysAsItIs() {
        Rules rules = defaults();
        rules.setHealthRegenerationPercent(List.of(0, 0, 0, 0, 0, 0));
        GameScenario game = GameScenario.started(crossroads(), rules, ANN);
        String robot = Given.robot(game, ANN, levels(), tile(0, 0), 7, FULL_ENERGY);

        Condition after = ((RobotMoved) onlyOne(game.at(500_000).move(ANN, robot, Direction.E))).getCondition();
        assertThat(after).isEqualTo(condition(tile(1, 0), 7, FULL_ENERGY - 2 * ENERGY, 500_000, 502_000, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "1, 30", "2, 40", "3, 60", "4, 100", "5, 200"})
    void energyCapacityIsTheMaximumToWhichItRegenerates(int level, int capacity) {
        // 4 in 5 s: 5/4 s for each energy, and 4/5,000 less the ms before.
        long fullMs = capacity * 1_250L;
        assertThat(energyAfter(levels(Upgrade.ENERGY_CAPACITY, level), ARENA, fullMs - 1))
                .isEqualTo(capacity * ENERGY - 4);
        assertThat(energyAfter(levels(Upgrade.ENERGY_CAPACITY, level), ARENA, fullMs))
                .isEqualTo(capacity * ENERGY);
        assertThat(energyAfter(levels(Upgrade.ENERGY_CAPACITY, level), ARENA, fullMs + 12_345))
                .isEqualTo(capacity * ENERGY);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "1, 6", "2, 8", "3, 10", "4, 15", "5, 20"})
    void energyRegenerationIsPerFiveSecondsAndTwiceThatAtStations(int level, int energy) {
        Levels levels = with(levels(Upgrade.ENERGY_REGENERATION, level), Upgrade.ENERGY_CAPACITY, 5);

        assertThat(energyAfter(levels, ARENA, 5_000)).isEqualTo(energy * ENERGY);
        assertThat(energyAfter(levels, ARENA, 1_777)).isEqualTo(energy * 1_777L);
        assertThat(energyAfter(levels, tile(0, 0), 5_000)).isEqualTo(2L * energy * ENERGY);
        assertThat(energyAfter(levels, tile(0, 0), 1_777)).isEqualTo(2L * energy * 1_777L);
    }

    @ParameterizedTest
    @CsvSource({
        // level, after a move, an attack, the start of a mining process, a sale; 25 % of a sale's 500 would be 125
        "0, 2000, 1000, 1000, 500",
        "1, 1700, 850, 850, 425",
        "2, 1400, 700, 700, 350",
        "3, 1100, 550, 550, 275",
        "4, 800, 400, 400, 200",
        "5, 500, 250, 250, 200"
    })
    void cooldownIsAPercentageOfThePauseAndNeverUnder200Ms(
            int level, long moveMs, long attackMs, long miningMs, long sellMs) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        Levels levels = levels(Upgrade.COOLDOWN, level);
        String target = Given.robot(game, BOB, ARENA);

        String mover = Given.robot(game, ANN, levels, ARENA, 10 * HEALTH, FULL_ENERGY);
        RobotMoved moved = (RobotMoved) onlyOne(game.at(7).move(ANN, mover, Direction.N));
        assertThat(moved.getCondition().getReadyAt()).isEqualTo(time(7 + moveMs));

        String attacker = Given.robot(game, ANN, levels, ARENA, 10 * HEALTH, FULL_ENERGY);
        RobotAttacked attacked = (RobotAttacked) onlyOne(game.at(8).send(ANN, new AttackRobot(attacker, target)));
        assertThat(attacked.getCondition().getReadyAt()).isEqualTo(time(8 + attackMs));

        String miner = Given.robot(game, ANN, levels, ARENA, 10 * HEALTH, FULL_ENERGY);
        MiningStarted started = (MiningStarted) onlyOne(game.at(9).send(ANN, new StartMining(miner, tile(2, 3))));
        assertThat(started.getCondition().getReadyAt()).isEqualTo(time(9 + miningMs));
        assertThat(started.getCompletesAt()).isEqualTo(time(5_009));

        String trader = Given.robot(game, ANN, levels, tile(0, 0), 10 * HEALTH, FULL_ENERGY);
        Given.cargo(game, trader, units(1));
        ResourcesSold sold = (ResourcesSold) onlyOne(game.at(10).send(ANN, new SellResources(trader)));
        assertThat(sold.getCondition().getReadyAt()).isEqualTo(time(10 + sellMs));
    }

    /** What a robot takes of a cargo when it destroys the robot that carries it. */
    private static List<ResourceUnits> loot(Levels levels, List<ResourceUnits> cargo) {
        GameScenario game = GameScenario.started(crossroads(), ANN, BOB);
        String robot = Given.robot(game, ANN, levels, ARENA, 10 * HEALTH, FULL_ENERGY);
        String victim = Given.robot(game, BOB, levels(), ARENA, HEALTH, FULL_ENERGY);
        Given.cargo(game, victim, cargo);
        Outcome outcome = game.send(ANN, new AttackRobot(robot, victim));
        RobotDestroyed destroyed = (RobotDestroyed) outcome.events().get(1).getPayload();
        assertThat(game.records().robot(robot).getCargo()).isEqualTo(destroyed.getLooted());
        return destroyed.getLooted();
    }

    /** The health in 1/100,000 that a robot at a station has after a time, as a move out of it shows. */
    private static long healthAfter(Levels levels, long health, long ms) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = Given.robot(game, ANN, levels, tile(0, 0), health, FULL_ENERGY);
        Condition after = ((RobotMoved) onlyOne(game.at(ms).move(ANN, robot, Direction.E))).getCondition();
        return after.getHealth() * HEALTH + after.getHealthFraction();
    }

    /** The energy in 1/5,000 that a robot without any has after a time, as a sale that fails for free shows. */
    private static long energyAfter(Levels levels, Tile at, long ms) {
        GameScenario game = GameScenario.started(crossroads(), ANN);
        String robot = Given.robot(game, ANN, levels, at, HEALTH, 0);
        SpecificRecord failed = onlyOne(game.at(ms).send(ANN, new SellResources(robot)));
        Condition after = ((ActionFailed) failed).getCondition();
        return after.getEnergy() * ENERGY + after.getEnergyFraction();
    }

    private static SpecificRecord onlyOne(Outcome outcome) {
        assertThat(outcome.events()).hasSize(1);
        return (SpecificRecord) outcome.events().get(0).getPayload();
    }
}
