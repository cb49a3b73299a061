package dungeon.verification.audit;

import dungeon.schemas.DiscardReason;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.Levels;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotUpgraded;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Upgrade;
import dungeon.schemas.UpgradePurchased;
import dungeon.schemas.VoucherDiscarded;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Index;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;
import dungeon.verification.audit.model.Points;
import dungeon.verification.audit.model.Robot;
import dungeon.verification.audit.model.Vitals;
import java.util.List;

/** Robots and upgrades: prices, vouchers, and what they bring. */
final class Purchases {
    static final int LEVEL_MAXIMUM = 5;

    private final Model model;
    private final Causes causes;
    private final Turns turns;
    private final Vitals vitals;

    /** Where the robots of the purchase that goes on appear. */
    private int spawnTile;

    /** The voucher of the purchase of upgrades that goes on. */
    private UpgradePurchased voucher;

    Purchases(Model model, Causes causes, Turns turns, Vitals vitals) {
        this.model = model;
        this.causes = causes;
        this.turns = turns;
        this.vitals = vitals;
    }

    void robots(Event event, RobotsPurchased bought) {
        Player player = begin(event);
        Check.same("voucherId", model.nextId(), bought.getVoucherId());
        Check.within("quantity", 1, 100, bought.getQuantity());
        Check.within(
                "robots of the player",
                0,
                model.rules.getRobotsPerPlayerMaximum(),
                player.livingRobots + (long) bought.getQuantity());
        spawnTile = model.grid.places.number(bought.getStation());
        Check.holds(
                "station", spawnTile >= 0 && model.grid.isStation(spawnTile), "a space station", bought.getStation());
        long price = (long) bought.getQuantity() * model.rules.getRobotPrice();
        Check.same("price", price, bought.getPrice());
        player.pay(price);
        player.checkBalance(bought.getBalance());
        model.checkNextId(bought.getNextId());
        for (int i = 0; i < bought.getQuantity(); i++) {
            model.followers.expect(RobotSpawned.class, player.id);
        }
    }

    void spawned(Event event, RobotSpawned spawned) {
        model.followers.take(RobotSpawned.class, event.getPlayerId());
        Player player = model.player(event.getPlayerId());
        Check.same("robotId", model.nextId(), spawned.getRobotId());
        model.checkNextId(spawned.getNextId());
        Check.holds("name", model.robotNames.add(spawned.getName()), "unique in the game", spawned.getName());
        Robot robot = new Robot(spawned.getRobotId(), player, spawnTile);
        robot.asOfMs = event.getTime().toEpochMilli();
        robot.readyAtMs = robot.asOfMs;
        robot.healthParts = vitals.healthMaximum(robot);
        robot.energyParts = vitals.energyMaximum(robot);
        vitals.check("robot's", robot, spawned.getCondition());
        Check.same("levels", new Levels(0, 0, 0, 0, 0, 0, 0, 0), spawned.getLevels());
        model.robots.put(robot.id, robot);
        player.livingRobots++;
        player.visited.set(spawnTile);
    }

    void upgrades(Event event, UpgradePurchased bought) {
        Player player = begin(event);
        Check.same("voucherId", model.nextId(), bought.getVoucherId());
        Robot robot = model.living(bought.getRobotId());
        Check.same("owner of the robot", player.id, robot.owner.id);
        Check.holds("upgrade", bought.getUpgrade() != Upgrade.UNKNOWN, "a known one", bought.getUpgrade());
        Check.within("levels", 1, LEVEL_MAXIMUM - (long) robot.level(bought.getUpgrade()), bought.getLevels());
        long price = price(robot, bought.getUpgrade(), bought.getLevels());
        Check.same("price", price, bought.getPrice());
        player.pay(price);
        player.checkBalance(bought.getBalance());
        model.checkNextId(bought.getNextId());
        voucher = bought;
        if (!model.grid.isStation(robot.tile)) {
            model.followers.expect(VoucherDiscarded.class, bought.getVoucherId());
            return;
        }
        for (int i = 0; i < bought.getLevels(); i++) {
            model.followers.expect(RobotUpgraded.class, bought.getVoucherId());
        }
    }

    long price(Robot robot, Upgrade upgrade, int levels) {
        long price = 0;
        for (int i = 1; i <= levels; i++) {
            price += levelPrice(upgrade, robot.level(upgrade) + i);
        }
        return price;
    }

    void upgraded(Event event, RobotUpgraded upgraded) {
        model.followers.take(RobotUpgraded.class, upgraded.getVoucherId());
        Check.same("robotId", voucher.getRobotId(), upgraded.getRobotId());
        Check.same("upgrade", voucher.getUpgrade(), upgraded.getUpgrade());
        Robot robot = model.living(upgraded.getRobotId());
        vitals.settle(robot, event.getTime().toEpochMilli());
        long healthBefore = vitals.healthMaximum(robot);
        long energyBefore = vitals.energyMaximum(robot);
        int level = ++robot.levels[Index.of(upgraded.getUpgrade())];
        Check.same("level", level, upgraded.getLevel());
        robot.spentOnUpgrades += levelPrice(upgraded.getUpgrade(), level);
        Check.same("upgradeCredits", robot.spentOnUpgrades, upgraded.getUpgradeCredits());
        robot.healthParts += vitals.healthMaximum(robot) - healthBefore;
        robot.energyParts += vitals.energyMaximum(robot) - energyBefore;
        turns.plan(robot, robot.asOfMs);
        vitals.check("robot's", robot, upgraded.getCondition());
        int points = model.rules.getUpgradePoints();
        Points.gain(robot.owner, ScoreCategory.UPGRADING, points, upgraded.getScore());
    }

    void discarded(VoucherDiscarded discarded) {
        model.followers.take(VoucherDiscarded.class, discarded.getVoucherId());
        Check.same("robotId", voucher.getRobotId(), discarded.getRobotId());
        Check.same("reason", DiscardReason.NOT_AT_STATION, discarded.getReason());
    }

    private Player begin(Event event) {
        model.followers.checkNone(event.getPayload().getClass());
        Check.same("state of the game", GameState.STARTED, model.state);
        causes.command(event);
        Player player = model.player(event.getPlayerId());
        Check.same("eliminated", false, player.isEliminated);
        return player;
    }

    private long levelPrice(Upgrade upgrade, int level) {
        List<Integer> prices =
                upgrade == Upgrade.MINING ? model.rules.getMiningUpgradePrice() : model.rules.getUpgradePrice();
        return prices.get(level);
    }
}
