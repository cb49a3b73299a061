package dungeon.rules;

import dungeon.schemas.BuyUpgrade;
import dungeon.schemas.Condition;
import dungeon.schemas.Detail;
import dungeon.schemas.DiscardReason;
import dungeon.schemas.Levels;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.Rules;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import dungeon.schemas.Upgrade;
import dungeon.schemas.UpgradePurchased;
import dungeon.schemas.VoucherDiscarded;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Robot;
import java.time.Instant;
import java.util.List;

/** Upgrades of robots: paid for anywhere, and of use at space stations only. */
final class Upgrades {
    static final int LEVEL_MAXIMUM = 5;

    private Upgrades() {}

    static void buy(Decision decision, BuyUpgrade buy) {
        Robot robot = Orders.robot(decision, buy.getRobotId());
        if (robot == null) {
            return;
        }
        Draft world = decision.world();
        Account account = world.account(robot.getPlayerId());
        int level = UpgradeLevels.of(robot.getLevels(), buy.getUpgrade());
        if (level + buy.getLevels() > LEVEL_MAXIMUM) {
            decision.reject(
                    RejectionCode.MAX_LEVEL,
                    "The robot has %s level %d, and %d is the highest"
                            .formatted(buy.getUpgrade(), level, LEVEL_MAXIMUM),
                    List.of(
                            new Detail("level", String.valueOf(level)),
                            new Detail("levelMaximum", String.valueOf(LEVEL_MAXIMUM))));
            return;
        }
        long price = price(world.game().getRules(), buy.getUpgrade(), level, buy.getLevels());
        if (price > account.getBalance()) {
            Orders.rejectForWantOfFunds(decision, price, account.getBalance());
            return;
        }
        String voucherId = Ids.next(world);
        decision.emit(new UpgradePurchased(
                voucherId, robot.getRobotId(), buy.getUpgrade(), buy.getLevels(), price, account.getBalance() - price));
        if (!Tiles.isStation(world.tile(robot.getX(), robot.getY()))) {
            decision.emit(new VoucherDiscarded(voucherId, robot.getRobotId(), DiscardReason.NOT_AT_STATION));
            return;
        }
        for (int i = 1; i <= buy.getLevels(); i++) {
            upgrade(decision, voucherId, world.robot(robot.getRobotId()), buy.getUpgrade(), level + i);
        }
    }

    private static long price(Rules rules, Upgrade upgrade, int level, int levels) {
        long price = 0;
        for (int i = 1; i <= levels; i++) {
            price += UpgradeLevels.price(rules, upgrade, level + i);
        }
        return price;
    }

    private static void upgrade(Decision decision, String voucherId, Robot robot, Upgrade upgrade, int level) {
        Draft world = decision.world();
        Rules rules = world.game().getRules();
        Account account = world.account(robot.getPlayerId());
        decision.emit(new RobotUpgraded(
                voucherId,
                robot.getRobotId(),
                upgrade,
                level,
                conditionAfter(decision, robot, UpgradeLevels.with(robot.getLevels(), upgrade, level)),
                Points.after(account, ScoreCategory.UPGRADING, rules.getUpgradePoints())));
    }

    /** What has regenerated so far did so at the old rates; what the robot can hold more, it has at once. */
    private static Condition conditionAfter(Decision decision, Robot robot, Levels levels) {
        Rules rules = decision.world().game().getRules();
        int health = Vitals.maximumHealth(rules, levels) - Vitals.maximumHealth(rules, robot.getLevels());
        int energy = Vitals.energyCapacity(rules, levels) - Vitals.energyCapacity(rules, robot.getLevels());
        return Conditions.of(
                new Tile(robot.getX(), robot.getY()),
                Vitals.healthAt(robot, rules, true, decision.timeMs()) + health * Vitals.HEALTH_UNIT,
                Vitals.energyAt(robot, rules, true, decision.timeMs()) + energy * Vitals.ENERGY_UNIT,
                decision.time(),
                Instant.ofEpochMilli(robot.getReadyAtMs()),
                robot.getQueue().size());
    }
}
