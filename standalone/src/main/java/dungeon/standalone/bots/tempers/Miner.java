package dungeon.standalone.bots.tempers;

import dungeon.schemas.Upgrade;
import dungeon.standalone.bots.player.Commander;
import dungeon.standalone.bots.player.Robot;
import dungeon.standalone.bots.player.Temper;

/** Many robots that dig, and that get better at it. */
public final class Miner implements Temper {
    private static final int ROBOTS = 12;

    /** No new robot pays for itself and its upgrades in less time than this, in ms. */
    private static final long ROBOT_PAYS_MS = 60_000;

    private static final Wishes WISHES = new Wishes()
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.STORAGE, 2)
            .then(Upgrade.MINING, 3);

    @Override
    public void think(Commander commander) {
        Digging digging = new Digging(commander);
        Guard guard = new Guard(commander);
        int robots = commander.view().ownRobots().size();
        if (robots == 0 || (robots < ROBOTS && commander.timeLeftMs() > ROBOT_PAYS_MS)) {
            commander.buyRobots(robots == 0 ? 3 : 1);
        }
        boolean last = LastCredits.areDue(commander);
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
