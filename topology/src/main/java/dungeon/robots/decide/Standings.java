package dungeon.robots.decide;

import dungeon.schemas.Standing;
import dungeon.schemas.state.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who is best: by points in all, then by credits, then by who joined first. */
public final class Standings {
    private static final Comparator<Account> BEST_FIRST = Comparator.comparingInt(Standings::total)
            .thenComparingLong(Account::getBalance)
            .reversed()
            .thenComparingInt(Account::getNumber);

    private Standings() {}

    /** The participants, best first, with ranks from 1. */
    public static List<Standing> of(List<Account> accounts) {
        List<Standing> standings = new ArrayList<>(accounts.size());
        for (Account account : accounts.stream().sorted(BEST_FIRST).toList()) {
            standings.add(new Standing(
                    account.getPlayerId(),
                    standings.size() + 1,
                    total(account),
                    account.getMining(),
                    account.getTrading(),
                    account.getTravelling(),
                    account.getFighting(),
                    account.getUpgrading(),
                    account.getBalance()));
        }
        return standings;
    }

    /** A participant's points in all categories. */
    public static int total(Account account) {
        return account.getMining()
                + account.getTrading()
                + account.getTravelling()
                + account.getFighting()
                + account.getUpgrading();
    }
}
