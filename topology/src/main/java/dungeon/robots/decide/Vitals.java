package dungeon.robots.decide;

import dungeon.robots.state.Units;
import dungeon.schemas.Levels;
import dungeon.schemas.Rules;
import dungeon.schemas.state.Robot;

/** Energy and health over time, in the units of {@link Units}. */
public final class Vitals {
    private Vitals() {}

    static int energyCapacity(Rules rules, Levels levels) {
        return rules.getEnergyCapacity().get(levels.getEnergyCapacity());
    }

    static int maximumHealth(Rules rules, Levels levels) {
        return rules.getHealth().get(levels.getHealth());
    }

    /**
     * A robot's energy at a time, in 1/5,000.
     *
     * @param timeMs not before the time of the robot's last event, in ms since 1970
     */
    public static long energyAt(Robot robot, Rules rules, boolean atStation, long timeMs) {
        Levels levels = robot.getLevels();
        long capacity = energyCapacity(rules, levels) * Units.ENERGY;
        return regenerated(
                robot.getEnergy(), capacity, energyPerMs(rules, levels, atStation), timeMs - robot.getAsOfMs());
    }

    /**
     * A robot's health at a time, in 1/100,000; it regenerates at space stations only.
     *
     * @param timeMs not before the time of the robot's last event, in ms since 1970
     */
    public static long healthAt(Robot robot, Rules rules, boolean atStation, long timeMs) {
        if (!atStation) {
            return robot.getHealth();
        }
        int maximum = maximumHealth(rules, robot.getLevels());
        int percent = rules.getHealthRegenerationPercent().get(robot.getLevels().getHealthRegeneration());
        return regenerated(
                robot.getHealth(), maximum * Units.HEALTH, (long) maximum * percent, timeMs - robot.getAsOfMs());
    }

    /**
     * How long a robot that stays where it is takes to have an amount of energy, in ms.
     *
     * @param energy what it has now, in 1/5,000
     * @param needed in whole energies, no more than the robot's capacity
     */
    static long msUntilEnergy(Rules rules, Levels levels, boolean atStation, long energy, int needed) {
        long missing = needed * Units.ENERGY - energy;
        return missing <= 0 ? 0 : msToGain(missing, energyPerMs(rules, levels, atStation));
    }

    /** Compares times first, because the product of a rate and a time can be more than 64 bits hold. */
    private static long regenerated(long before, long maximum, long perMs, long elapsedMs) {
        boolean full = perMs > 0 && elapsedMs >= msToGain(maximum - before, perMs);
        return full ? maximum : before + perMs * elapsedMs;
    }

    private static long msToGain(long missing, long perMs) {
        return (missing + perMs - 1) / perMs;
    }

    private static long energyPerMs(Rules rules, Levels levels, boolean atStation) {
        int per5s = rules.getEnergyRegeneration().get(levels.getEnergyRegeneration());
        return (long) per5s * (atStation ? rules.getStationEnergyFactor() : 1);
    }
}
