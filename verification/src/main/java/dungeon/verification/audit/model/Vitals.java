package dungeon.verification.audit.model;

import dungeon.schemas.Condition;
import dungeon.schemas.Rules;
import dungeon.schemas.Upgrade;
import dungeon.verification.audit.finding.Check;
import java.time.Instant;

/**
 * Health and energy. In parts of 1/100,000 and 1/5,000, what comes back in a millisecond is a whole number: the maximum
 * times the percent for health, the energy per 5 s for energy.
 */
public final class Vitals {
    public static final long HEALTH_PARTS = 100_000;
    public static final long ENERGY_PARTS = 5_000;

    private final Rules rules;
    private final Grid grid;
    private final Timers timers;

    public Vitals(Model model) {
        this.rules = model.rules;
        this.grid = model.grid;
        this.timers = model.timers;
    }

    public long healthMaximum(Robot robot) {
        return rules.getHealth().get(robot.level(Upgrade.HEALTH)) * HEALTH_PARTS;
    }

    public long energyMaximum(Robot robot) {
        return rules.getEnergyCapacity().get(robot.level(Upgrade.ENERGY_CAPACITY)) * ENERGY_PARTS;
    }

    /** Brings health and energy to what they are at a moment. */
    public void settle(Robot robot, long atMs) {
        long passedMs = atMs - robot.asOfMs;
        robot.asOfMs = atMs;
        robot.energyParts = Math.min(energyMaximum(robot), robot.energyParts + passedMs * energyPerMs(robot));
        if (grid.isStation(robot.tile)) {
            long percent = rules.getHealthRegenerationPercent().get(robot.level(Upgrade.HEALTH_REGENERATION));
            long perMs = rules.getHealth().get(robot.level(Upgrade.HEALTH)) * percent;
            robot.healthParts = Math.min(healthMaximum(robot), robot.healthParts + passedMs * perMs);
        }
    }

    /** The first moment from {@code fromMs} on at which the robot has this energy; null if never. */
    public Long whenEnergy(Robot robot, long energy, long fromMs) {
        long missing = energy * ENERGY_PARTS - robot.energyParts;
        long perMs = energyPerMs(robot);
        if (missing <= 0) {
            return Math.max(fromMs, robot.asOfMs);
        }
        if (perMs == 0) {
            return null;
        }
        return Math.max(fromMs, robot.asOfMs + (missing + perMs - 1) / perMs);
    }

    private long energyPerMs(Robot robot) {
        long perMs = rules.getEnergyRegeneration().get(robot.level(Upgrade.ENERGY_REGENERATION));
        return grid.isStation(robot.tile) ? perMs * rules.getStationEnergyFactor() : perMs;
    }

    /** When the first waiting action of a robot runs, by what was planned last; null if none waits. */
    public Instant runsAt(Robot robot) {
        Timer planned = timers.of(robot);
        return planned == null ? null : Instant.ofEpochMilli(planned.dueMs());
    }

    /** Compares every field of a published condition with the robot's, for which the next action has to be planned. */
    public void check(String whose, Robot robot, Condition found) {
        Check.same(whose + " position", grid.places.tile(robot.tile), found.getPosition());
        Check.same(whose + " asOf", robot.asOfMs, found.getAsOf().toEpochMilli());
        Check.same(whose + " health", robot.healthParts / HEALTH_PARTS, found.getHealth());
        Check.same(whose + " healthFraction", robot.healthParts % HEALTH_PARTS, found.getHealthFraction());
        Check.same(whose + " energy", robot.energyParts / ENERGY_PARTS, found.getEnergy());
        Check.same(whose + " energyFraction", robot.energyParts % ENERGY_PARTS, found.getEnergyFraction());
        Check.same(whose + " readyAt", robot.readyAtMs, found.getReadyAt().toEpochMilli());
        Check.same(whose + " queued", robot.queue.size(), found.getQueued());
        Check.same(whose + " runsAt", runsAt(robot), found.getRunsAt());
    }
}
