package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.platform.envelope.Ids;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Tiles;
import dungeon.robots.state.Units;
import dungeon.robots.state.UpgradeLevels;
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

    static void buy(Decision<RobotsState> decision, BuyUpgrade buy) {
        Robot robot = Orders.robot(decision, buy.getRobotId());
        if (robot == null) {
            return;
        }
        RobotsState state = decision.state();
        Account account = state.account(robot.getPlayerId());
        int level = UpgradeLevels.of(robot.getLevels(), buy.getUpgrade());
        if (level + buy.getLevels() > LEVEL_MAXIMUM) {
            Refusals.refuse(
                    decision,
                    RejectionCode.MAX_LEVEL,
                    "The robot has %s level %d, and %d is the highest"
                            .formatted(buy.getUpgrade(), level, LEVEL_MAXIMUM),
                    List.of(
                            new Detail("level", String.valueOf(level)),
                            new Detail("levelMaximum", String.valueOf(LEVEL_MAXIMUM))));
            return;
        }
        long price = price(state.game().getRules(), buy.getUpgrade(), level, buy.getLevels());
        if (price > account.getBalance()) {
            Orders.rejectForWantOfFunds(decision, price, account.getBalance());
            return;
        }
        long id = state.counters().getIds();
        String voucherId = Ids.numbered(state.gameId(), id);
        decision.emit(new UpgradePurchased(
                voucherId,
                robot.getRobotId(),
                buy.getUpgrade(),
                buy.getLevels(),
                price,
                account.getBalance() - price,
                id + 1));
        if (!Tiles.isStation(state.tile(robot.getX(), robot.getY()))) {
            decision.emit(new VoucherDiscarded(voucherId, robot.getRobotId(), DiscardReason.NOT_AT_STATION));
            return;
        }
        for (int i = 1; i <= buy.getLevels(); i++) {
            upgrade(decision, voucherId, state.robot(robot.getRobotId()), buy.getUpgrade(), level + i);
        }
    }

    private static long price(Rules rules, Upgrade upgrade, int level, int levels) {
        long price = 0;
        for (int i = 1; i <= levels; i++) {
            price += price(rules, upgrade, level + i);
        }
        return price;
    }

    /** What the step to a level costs, in credits. */
    private static int price(Rules rules, Upgrade upgrade, int level) {
        return (upgrade == Upgrade.MINING ? rules.getMiningUpgradePrice() : rules.getUpgradePrice()).get(level);
    }

    private static void upgrade(
            Decision<RobotsState> decision, String voucherId, Robot robot, Upgrade upgrade, int level) {
        RobotsState state = decision.state();
        Rules rules = state.game().getRules();
        Account account = state.account(robot.getPlayerId());
        decision.emit(new RobotUpgraded(
                voucherId,
                robot.getRobotId(),
                upgrade,
                level,
                conditionAfter(decision, robot, UpgradeLevels.with(robot.getLevels(), upgrade, level)),
                Points.after(account, ScoreCategory.UPGRADING, rules.getUpgradePoints()),
                robot.getUpgradeCredits() + price(rules, upgrade, level)));
    }

    /** What has regenerated so far did so at the old rates; what the robot can hold more, it has at once. */
    private static Condition conditionAfter(Decision<RobotsState> decision, Robot robot, Levels levels) {
        Rules rules = decision.state().game().getRules();
        int health = Vitals.maximumHealth(rules, levels) - Vitals.maximumHealth(rules, robot.getLevels());
        int energy = Vitals.energyCapacity(rules, levels) - Vitals.energyCapacity(rules, robot.getLevels());
        return Conditions.of(
                decision.state(),
                levels,
                new Tile(robot.getX(), robot.getY()),
                Vitals.healthAt(robot, rules, true, decision.timeMs()) + health * Units.HEALTH,
                Vitals.energyAt(robot, rules, true, decision.timeMs()) + energy * Units.ENERGY,
                decision.time(),
                Instant.ofEpochMilli(robot.getReadyAtMs()),
                robot.getQueue());
    }
}
