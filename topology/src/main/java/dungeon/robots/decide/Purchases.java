package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.platform.envelope.Ids;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Tiles;
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

    static void buyRobots(Decision<RobotsState> decision, BuyRobots buy) {
        Account account = Orders.participant(decision);
        if (account == null) {
            return;
        }
        RobotsState state = decision.state();
        Rules rules = state.game().getRules();
        Tile station = buy.getStation() != null ? buy.getStation() : account.getHomeStation();
        long price = (long) rules.getRobotPrice() * buy.getQuantity();
        if (!Tiles.isStation(state.tile(station))) {
            Refusals.refuse(
                    decision,
                    RejectionCode.NOT_A_STATION,
                    "There is no space station at (%d, %d)".formatted(station.getX(), station.getY()));
        } else if (account.getRobots() + buy.getQuantity() > rules.getRobotsPerPlayerMaximum()) {
            Refusals.refuse(
                    decision,
                    RejectionCode.ROBOT_LIMIT,
                    "You can have %d robots at a time".formatted(rules.getRobotsPerPlayerMaximum()),
                    List.of(
                            new Detail("robots", String.valueOf(account.getRobots())),
                            new Detail("robotsPerPlayerMaximum", String.valueOf(rules.getRobotsPerPlayerMaximum()))));
        } else if (price > account.getBalance()) {
            Orders.rejectForWantOfFunds(decision, price, account.getBalance());
        } else {
            long id = state.counters().getIds();
            decision.emit(new RobotsPurchased(
                    Ids.numbered(state.gameId(), id),
                    buy.getQuantity(),
                    station,
                    price,
                    account.getBalance() - price,
                    id + 1));
            for (int i = 0; i < buy.getQuantity(); i++) {
                spawn(decision, account, station, i);
            }
        }
    }

    private static void spawn(Decision<RobotsState> decision, Account account, Tile station, int index) {
        Rules rules = decision.state().game().getRules();
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
                0,
                null);
        long id = decision.state().counters().getIds();
        decision.emit(new RobotSpawned(Ids.numbered(decision.state().gameId(), id), name, condition, levels, id + 1));
    }
}
