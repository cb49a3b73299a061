package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.Robot;
import dungeon.players.game.Strategy;
import dungeon.schemas.Upgrade;

/** Many robots that dig: it buys one whenever it can, and makes each better when it comes to sell. */
public final class Miner implements Strategy {
    private static final int FIRST_ROBOTS = 3;
    private static final int ROBOTS = 12;

    private static final Wishes WISHES = new Wishes()
            .then(Upgrade.MINING, 1)
            .then(Upgrade.STORAGE, 1)
            .then(Upgrade.MINING, 2)
            .then(Upgrade.STORAGE, 2)
            .then(Upgrade.MINING, 3)
            .then(Upgrade.HEALTH, 1)
            .then(Upgrade.STORAGE, 3)
            .then(Upgrade.MINING, 4);

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
        budget.growTo(FIRST_ROBOTS, ROBOTS, 0);
    }
}
