package dungeon.players.strategies;

import dungeon.players.game.Commander;
import dungeon.players.game.Robot;
import dungeon.schemas.Upgrade;
import java.util.ArrayList;
import java.util.List;

/** Upgrades in the order in which a robot is to get them. */
final class Wishes {
    private record Wish(Upgrade upgrade, int level) {}

    private final List<Wish> wishes = new ArrayList<>();

    /** Adds a wish behind the others. */
    Wishes then(Upgrade upgrade, int level) {
        wishes.add(new Wish(upgrade, level));
        return this;
    }

    /** The first upgrade that a robot has not got; null if it has them all. */
    Upgrade next(Robot robot) {
        for (Wish wish : wishes) {
            if (robot.level(wish.upgrade) < wish.level) {
                return wish.upgrade;
            }
        }
        return null;
    }

    /** Buys the first upgrade that a robot at a station has not got, if it can be paid; whether that is so. */
    boolean buyNext(Commander commander, Robot robot) {
        Upgrade next = next(robot);
        return next != null && commander.upgrade(robot, next).isUnderWay();
    }
}
