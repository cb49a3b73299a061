package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Lot;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.ResourcesSold;
import dungeon.schemas.Rules;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.List;

/** Sales of what robots carry, at space stations. */
final class Sales {
    private Sales() {}

    static void run(Decision decision, Robot robot, Action action, int energy, int queuedAfter) {
        Draft world = decision.world();
        if (!Tiles.isStation(world.tile(robot.getX(), robot.getY()))) {
            Actions.fail(decision, robot, action, FailureReason.NOT_AT_STATION, 0, queuedAfter);
            return;
        }
        if (robot.getCargo().isEmpty()) {
            Actions.fail(decision, robot, action, FailureReason.NOTHING_TO_SELL, 0, queuedAfter);
            return;
        }
        Rules rules = world.game().getRules();
        List<Lot> lots = lots(rules, robot.getCargo());
        long revenue = lots.stream().mapToLong(Lot::getRevenue).sum();
        Account account = world.account(robot.getPlayerId());
        // Points are for all sales together, so that what one sale rounds off counts with the next.
        long before = account.getSalesRevenue() / rules.getTradingCreditsPerPoint();
        long after = (account.getSalesRevenue() + revenue) / rules.getTradingCreditsPerPoint();
        decision.emit(new ResourcesSold(
                robot.getRobotId(),
                lots,
                revenue,
                account.getBalance() + revenue,
                Actions.conditionAfter(decision, robot, action, energy, queuedAfter),
                Points.after(account, ScoreCategory.TRADING, after - before)));
    }

    private static List<Lot> lots(Rules rules, List<ResourceUnits> cargo) {
        List<Lot> lots = new ArrayList<>(cargo.size());
        for (ResourceUnits held : cargo) {
            long price = rules.getResourcePrice().get(Cargo.index(held.getResource()));
            lots.add(new Lot(held.getResource(), held.getUnits(), price * held.getUnits()));
        }
        return lots;
    }
}
