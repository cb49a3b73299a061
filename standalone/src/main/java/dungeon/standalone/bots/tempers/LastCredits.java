package dungeon.standalone.bots.tempers;

import dungeon.schemas.Upgrade;
import dungeon.standalone.bots.player.Commander;
import dungeon.standalone.bots.player.Robot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Near the end, credits are worth nothing but the points of the upgrades that they buy. */
final class LastCredits {
    /** From then on nothing pays for itself any more, in ms before the end. */
    static final long FROM_MS = 30_000;

    private static final List<Upgrade> UPGRADES = Stream.of(Upgrade.values())
            .filter(upgrade -> upgrade != Upgrade.UNKNOWN)
            .toList();

    private LastCredits() {}

    /** Whether investing is over. */
    static boolean areDue(Commander commander) {
        return commander.timeLeftMs() <= FROM_MS;
    }

    /** Buys the cheapest upgrade for a robot at a station, if it can be paid; whether that is so. */
    static boolean spend(Commander commander, Robot robot) {
        Upgrade cheapest = UPGRADES.stream()
                .min(Comparator.comparingLong(upgrade -> commander.view().upgradePrice(robot, upgrade)))
                .orElseThrow();
        return commander.upgrade(robot, cheapest);
    }
}
