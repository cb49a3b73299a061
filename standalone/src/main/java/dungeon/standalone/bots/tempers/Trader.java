package dungeon.standalone.bots.tempers;

import dungeon.schemas.Upgrade;
import dungeon.standalone.bots.player.Commander;
import dungeon.standalone.bots.player.Robot;
import dungeon.standalone.bots.player.Temper;

/**
 * A few robots that get better and better: it puts its money into what digs and carries more valuable resources, and at
 * the end into whatever gives points.
 */
public final class Trader implements Temper {
    private static final int ROBOTS = 5;

    /** No new robot pays for itself and its upgrades in less time than this, in ms. */
    private static final long ROBOT_PAYS_MS = 90_000;

    private static final Wishes WISHES = new Wishes()
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.HEALTH, 1)
            .then(Upgrade.ENERGY_REGENERATION, 1)
            .then(Upgrade.COOLDOWN, 1)
            .then(Upgrade.STORAGE, 2)
            .then(Upgrade.MINING, 3)
            .then(Upgrade.COOLDOWN, 2)
            .then(Upgrade.MINING, 4);

    @Override
    public void think(Commander commander) {
        Digging digging = new Digging(commander);
        Guard guard = new Guard(commander);
        int robots = commander.view().ownRobots().size();
        boolean last = LastCredits.areDue(commander);
        if (robots == 0 || (robots < ROBOTS && commander.timeLeftMs() > ROBOT_PAYS_MS) || last) {
            commander.buyRobots(robots == 0 ? 2 : 1);
        }
        for (Robot robot : commander.freeRobots()) {
            boolean sold = robot.cargoUnits() == 0;
            if (sold && (last ? LastCredits.spend(commander, robot) : WISHES.buyNext(commander, robot))) {
                continue;
            }
            if (!guard.order(robot)) {
                digging.order(robot);
            }
        }
    }
}
