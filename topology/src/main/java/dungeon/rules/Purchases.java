package dungeon.rules;

import dungeon.schemas.BuyRobots;
import dungeon.schemas.Condition;
import dungeon.schemas.Detail;
import dungeon.schemas.Levels;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import java.util.List;

/** Robots that players buy. */
final class Purchases {
    private Purchases() {}

    static void buyRobots(Decision decision, BuyRobots buy) {
        Account account = Orders.participant(decision);
        if (account == null) {
            return;
        }
        Draft world = decision.world();
        Rules rules = world.game().getRules();
        Tile station = buy.getStation() != null ? buy.getStation() : account.getHomeStation();
        long price = (long) rules.getRobotPrice() * buy.getQuantity();
        if (!Tiles.isStation(Tiles.at(world, station))) {
            decision.reject(
                    RejectionCode.NOT_A_STATION,
                    "There is no space station at (%d, %d)".formatted(station.getX(), station.getY()));
        } else if (account.getRobots() + buy.getQuantity() > rules.getRobotsPerPlayerMaximum()) {
            decision.reject(
                    RejectionCode.ROBOT_LIMIT,
                    "You can have %d robots at a time".formatted(rules.getRobotsPerPlayerMaximum()),
                    List.of(
                            new Detail("robots", String.valueOf(account.getRobots())),
                            new Detail("robotsPerPlayerMaximum", String.valueOf(rules.getRobotsPerPlayerMaximum()))));
        } else if (price > account.getBalance()) {
            Orders.rejectForWantOfFunds(decision, price, account.getBalance());
        } else {
            decision.emit(new RobotsPurchased(
                    Ids.next(world), buy.getQuantity(), station, price, account.getBalance() - price));
            for (int i = 0; i < buy.getQuantity(); i++) {
                spawn(decision, account, station, i);
            }
        }
    }

    private static void spawn(Decision decision, Account account, Tile station, int index) {
        Rules rules = decision.world().game().getRules();
        Levels levels = new Levels(0, 0, 0, 0, 0, 0, 0, 0);
        String name = account.getPlayerName() + "-" + (account.getRobotsBought() + index + 1);
        Condition condition = new Condition(
                station,
                Vitals.maximumHealth(rules, levels),
                0,
                Vitals.energyCapacity(rules, levels),
                0,
                decision.time(),
                decision.time(),
                0);
        decision.emit(new RobotSpawned(Ids.next(decision.world()), name, condition, levels));
    }
}
