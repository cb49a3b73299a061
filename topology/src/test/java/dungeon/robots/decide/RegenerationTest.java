package dungeon.robots.decide;

import static dungeon.robots.GameScenario.ANN;
import static dungeon.robots.GameScenario.BOB;
import static dungeon.robots.GameScenario.START_MS;
import static dungeon.robots.GameScenario.defaults;
import static dungeon.robots.GameScenario.time;
import static dungeon.robots.MapPlan.tile;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.Principal;
import dungeon.robots.GameScenario;
import dungeon.robots.MapPlan;
import dungeon.robots.Outcome;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.Condition;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.Levels;
import dungeon.schemas.Resource;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Rules;
import dungeon.schemas.SellResources;
import dungeon.schemas.Tile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Energy and health over random schedules of moves, attacks and failed actions, against a model that adds up millisecond by
 * millisecond: energy in 1/5000, health in 1/100,000, from the table of the rules.
 */
class RegenerationTest {
    private static final int[] ENERGY_CAPACITY = {20, 30, 40, 60, 100, 200};
    private static final int[] ENERGY_PER_5_S = {4, 6, 8, 10, 15, 20};
    private static final int[] HEALTH = {10, 25, 50, 100, 200, 500};
    private static final int[] HEALTH_PERCENT_PER_S = {5, 7, 9, 12, 15, 20};
    private static final int[] DAMAGE = {1, 2, 5, 10, 20, 50};
    /** Stations at both ends; a mine so that the map is sound. */
    private static final int WIDTH = 4;

    private static final class Model {
        private final Levels levels;
        private int x;
        private long energy;
        private long health;

        Model(Levels levels, int x, long energy, long health) {
            this.levels = levels;
            this.x = x;
            this.energy = energy;
            this.health = health;
        }

        void oneMillisecond() {
            boolean atStation = x == 0 || x == WIDTH - 1;
            int perMs = ENERGY_PER_5_S[levels.getEnergyRegeneration()] * (atStation ? 2 : 1);
            energy = Math.min(ENERGY_CAPACITY[levels.getEnergyCapacity()] * 5_000L, energy + perMs);
            if (atStation) {
                int maximum = HEALTH[levels.getHealth()];
                // Percent of the maximum per second, in 1/100,000 per ms: maximum * percent / 100 / 1000 * 100,000.
                health = Math.min(
                        maximum * 100_000L,
                        health + (long) maximum * HEALTH_PERCENT_PER_S[levels.getHealthRegeneration()]);
            }
        }
    }

    private final Map<String, Model> models = new HashMap<>();
    private long modelMs;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void regenerationIsExactAtAnyMoment(int seed) {
        Random random = new Random(seed);
        Rules rules = defaults();
        rules.setMoveCooldownMs(0);
        rules.setAttackCooldownMs(0);
        rules.setSellCooldownMs(0);
        rules.setMinimumCooldownMs(0);
        MapPlan map = MapPlan.of(WIDTH, 2)
                .station(0, 0)
                .station(WIDTH - 1, 0)
                .deposit(0, 1, Resource.BIO_MATTER, 100)
                .voidAt(1, 1)
                .voidAt(2, 1)
                .voidAt(3, 1);
        GameScenario game = GameScenario.started(map, rules, ANN, BOB);
        String first = spawn(game, ANN, random);
        String second = spawn(game, BOB, random);
        int checked = 0;
        long nowMs = 0;
        for (int i = 0; i < 400; i++) {
            nowMs += random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(50);
            if (nowMs >= GameScenario.DURATION_MS) {
                break;
            }
            boolean annsTurn = random.nextBoolean();
            Principal caller = annsTurn ? ANN : BOB;
            String robot = annsTurn ? first : second;
            String other = annsTurn ? second : first;
            game.at(nowMs);
            Outcome outcome = switch (random.nextInt(6)) {
                case 0 -> game.send(caller, new SellResources(robot));
                case 1, 2 -> game.send(caller, new AttackRobot(robot, other));
                default -> game.move(caller, robot, random.nextBoolean() ? Direction.E : Direction.W);
            };
            for (Event event : outcome.events()) {
                passTimeUntil(event.getTime().toEpochMilli() - START_MS);
                checked += check(event);
            }
            if (game.records().robot(first).getDestroyed()
                    || game.records().robot(second).getDestroyed()) {
                break;
            }
        }
        assertThat(checked).isGreaterThan(20);
    }

    private String spawn(GameScenario game, Principal owner, Random random) {
        Levels levels = new Levels(
                0,
                0,
                random.nextInt(3),
                2 + random.nextInt(4),
                random.nextInt(6),
                random.nextInt(6),
                random.nextInt(6),
                0);
        int x = random.nextInt(WIDTH);
        int health = 1 + random.nextInt(HEALTH[levels.getHealth()] - 1);
        int healthFraction = random.nextInt(100_000);
        int energy = random.nextInt(ENERGY_CAPACITY[levels.getEnergyCapacity()]);
        int energyFraction = random.nextInt(5_000);
        String robot = game.spawn(
                owner,
                levels,
                new Condition(tile(x, 0), health, healthFraction, energy, energyFraction, time(0), time(0), 0, null));
        models.put(robot, new Model(levels, x, energy * 5_000L + energyFraction, health * 100_000L + healthFraction));
        return robot;
    }

    private void passTimeUntil(long ms) {
        for (; modelMs < ms; modelMs++) {
            models.values().forEach(Model::oneMillisecond);
        }
    }

    /** Lets the model do what the event says, and compares. */
    private int check(Event event) {
        if (event.getPayload() instanceof RobotMoved moved) {
            Model model = models.get(moved.getRobotId());
            model.x = moved.getCondition().getPosition().getX();
            model.energy -= 5_000;
            return compare(model, moved.getCondition(), event);
        } else if (event.getPayload() instanceof ActionFailed failed) {
            Model model = models.get(failed.getRobotId());
            boolean attack = failed.getAction().getTargetRobotId() != null;
            model.energy -= attack ? 5_000L * (model.levels.getDamage() + 1) : 0;
            return compare(model, failed.getCondition(), event);
        } else if (event.getPayload() instanceof RobotAttacked attacked) {
            Model model = models.get(attacked.getRobotId());
            Model target = models.get(attacked.getTargetRobotId());
            model.energy -= 5_000L * (model.levels.getDamage() + 1);
            target.health = Math.max(0, target.health - 100_000L * DAMAGE[model.levels.getDamage()]);
            return compare(model, attacked.getCondition(), event)
                    + compare(target, attacked.getTargetCondition(), event);
        }
        return 0;
    }

    private static int compare(Model model, Condition condition, Event event) {
        Tile at = tile(model.x, 0);
        List<Long> expected =
                List.of(model.energy / 5_000, model.energy % 5_000, model.health / 100_000, model.health % 100_000);
        assertThat(model.energy).as("%s", event).isNotNegative();
        assertThat(condition.getPosition()).isEqualTo(at);
        assertThat(List.of(
                        (long) condition.getEnergy(),
                        (long) condition.getEnergyFraction(),
                        (long) condition.getHealth(),
                        (long) condition.getHealthFraction()))
                .as("%s", event)
                .isEqualTo(expected);
        return 1;
    }
}
