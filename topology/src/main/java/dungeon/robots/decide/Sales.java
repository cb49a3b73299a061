package dungeon.robots.decide;

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

    static void run(Attempt attempt) {
        Robot robot = attempt.robot();
        if (!attempt.isAtStation()) {
            attempt.failForFree(FailureReason.NOT_AT_STATION);
            return;
        }
        if (robot.getCargo().isEmpty()) {
            attempt.failForFree(FailureReason.NOTHING_TO_SELL);
            return;
        }
        Rules rules = attempt.rules();
        List<Lot> lots = lots(rules, robot.getCargo());
        long revenue = lots.stream().mapToLong(Lot::getRevenue).sum();
        Account account = attempt.state().account(robot.getPlayerId());
        // Points are for all sales together, so that what one sale rounds off counts with the next.
        long before = account.getSalesRevenue() / rules.getTradingCreditsPerPoint();
        long after = (account.getSalesRevenue() + revenue) / rules.getTradingCreditsPerPoint();
        attempt.decision()
                .emit(new ResourcesSold(
                        robot.getRobotId(),
                        lots,
                        revenue,
                        account.getBalance() + revenue,
                        attempt.conditionAfter(),
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
