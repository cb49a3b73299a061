package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.Robot;
import dungeon.schemas.Upgrade;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What credits are spent on: robots, their equipment, and at the end whatever gives points. */
final class Budget {
    /** From then on nothing pays for itself any more, in ms before the end. */
    private static final long LAST_MS = 30_000;

    /** A robot that is bought later than this before the end does not pay for itself and its equipment, in ms. */
    private static final long ROBOT_PAYS_MS = 70_000;

    private static final List<Upgrade> UPGRADES = Stream.of(Upgrade.values())
            .filter(upgrade -> upgrade != Upgrade.UNKNOWN)
            .toList();

    private final Commander commander;

    Budget(Commander commander) {
        this.commander = commander;
    }

    /** Whether investing is over: what is left of the credits is worth nothing but the points that it buys. */
    boolean isClosing() {
        return commander.timeLeftMs() <= LAST_MS;
    }

    /**
     * Buys robots: some to begin with, and one more whenever there is money for it and its first equipment.
     *
     * @param first how many to begin with
     * @param most how many to have in the end
     * @param equipment what has to be left for a further one, in credits
     */
    void growTo(int first, int most, long equipment) {
        int robots = commander.view().ownRobots().size();
        if (robots == 0) {
            commander.buyRobots(first);
        } else if (robots < most
                && commander.timeLeftMs() > ROBOT_PAYS_MS
                && commander.credits() >= commander.view().rules().getRobotPrice() + equipment) {
            commander.buyRobots(1);
        }
    }

    /** Buys the next of the wishes for a robot that is at a station and has sold its cargo; whether it does. */
    boolean equip(Robot robot, Wishes wishes) {
        if (robot.cargoUnits() > 0) {
            return false;
        }
        return isClosing() ? commander.upgrade(robot, cheapest(robot)).isUnderWay() : wishes.buyNext(commander, robot);
    }

    /** Every upgrade gives the same points. */
    private Upgrade cheapest(Robot robot) {
        return UPGRADES.stream()
                .min(Comparator.comparingLong(upgrade -> commander.view().upgradePrice(robot, upgrade)))
                .orElseThrow();
    }
}
