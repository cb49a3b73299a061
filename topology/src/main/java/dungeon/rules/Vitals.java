package dungeon.rules;

import dungeon.schemas.Levels;
import dungeon.schemas.Rules;
import dungeon.schemas.state.Robot;

/**
 * Energy and health over time. Energy is held in 1/5,000 and health in 1/100,000, because then both regenerate by a whole
 * number in each millisecond: "4 per 5 s" is 4/5,000 per ms, and "5 % of 10 per s" is 50/100,000 per ms.
 */
final class Vitals {
    static final long ENERGY_UNIT = 5_000;
    static final long HEALTH_UNIT = 100_000;

    private Vitals() {}

    static int energyCapacity(Rules rules, Levels levels) {
        return rules.getEnergyCapacity().get(levels.getEnergyCapacity());
    }

    static int maximumHealth(Rules rules, Levels levels) {
        return rules.getHealth().get(levels.getHealth());
    }

    /** A robot's energy at a time, in 1/5,000. */
    static long energyAt(Robot robot, Rules rules, boolean atStation, long timeMs) {
        long capacity = energyCapacity(rules, robot.getLevels()) * ENERGY_UNIT;
        return regenerated(
                robot.getEnergy(), capacity, energyPerMs(robot, rules, atStation), timeMs - robot.getAsOfMs());
    }

    /** A robot's health at a time, in 1/100,000; it regenerates at space stations only. */
    static long healthAt(Robot robot, Rules rules, boolean atStation, long timeMs) {
        if (!atStation) {
            return robot.getHealth();
        }
        int maximum = maximumHealth(rules, robot.getLevels());
        int percent = rules.getHealthRegenerationPercent().get(robot.getLevels().getHealthRegeneration());
        return regenerated(
                robot.getHealth(), maximum * HEALTH_UNIT, (long) maximum * percent, timeMs - robot.getAsOfMs());
    }

    /**
     * When a robot that stays where it is has an amount of energy, in ms since 1970; not before {@code asOfMs}.
     *
     * @param energy in whole energies, no more than the robot's capacity
     */
    static long energyReachedAtMs(Robot robot, Rules rules, boolean atStation, int energy) {
        long missing = energy * ENERGY_UNIT - robot.getEnergy();
        if (missing <= 0) {
            return robot.getAsOfMs();
        }
        return robot.getAsOfMs() + msToGain(missing, energyPerMs(robot, rules, atStation));
    }

    /** Compares times first, because the product of a rate and a time can be more than 64 bits hold. */
    private static long regenerated(long before, long maximum, long perMs, long elapsedMs) {
        boolean full = perMs > 0 && elapsedMs >= msToGain(maximum - before, perMs);
        return full ? maximum : before + perMs * elapsedMs;
    }

    private static long msToGain(long missing, long perMs) {
        return (missing + perMs - 1) / perMs;
    }

    private static long energyPerMs(Robot robot, Rules rules, boolean atStation) {
        int per5s = rules.getEnergyRegeneration().get(robot.getLevels().getEnergyRegeneration());
        return (long) per5s * (atStation ? rules.getStationEnergyFactor() : 1);
    }
}
