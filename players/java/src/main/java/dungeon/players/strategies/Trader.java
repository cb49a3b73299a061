package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.Robot;
import dungeon.players.game.Strategy;
import dungeon.schemas.Upgrade;

/**
 * A few robots that get better and better: it puts its money into what digs and carries more valuable resources, and at
 * the end into whatever gives points.
 */
public final class Trader implements Strategy {
    private static final int FIRST_ROBOTS = 2;
    private static final int ROBOTS = 5;
    private static final int LAST_ROBOTS = 15;
    private static final long EQUIPMENT_CREDITS = 300;

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
            .then(Upgrade.MINING, 4)
            .then(Upgrade.STORAGE, 3);

    @Override
    public void think(Commander commander) {
        Digging digging = new Digging(commander);
        Guard guard = new Guard(commander);
        Budget budget = new Budget(commander);
        for (Robot robot : commander.freeRobots()) {
            if (!budget.equip(robot, WISHES) && !guard.order(robot)) {
                digging.order(robot);
            }
        }
        budget.growTo(FIRST_ROBOTS, ROBOTS, EQUIPMENT_CREDITS);
        if (budget.isClosing() && commander.view().ownRobots().size() < LAST_ROBOTS) {
            // Even an idle robot at a station has room for upgrades.
            commander.buyRobots(1);
        }
    }
}
