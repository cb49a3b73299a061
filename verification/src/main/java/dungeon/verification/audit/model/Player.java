package dungeon.verification.audit.model;

import dungeon.schemas.ScoreCategory;
import dungeon.verification.audit.finding.Check;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A participant: the account, the points, and what decides about elimination. */
public final class Player {
    public final String id;
    public final int joinedAs;
    public final int home;
    public final long initialCredits;
    public long balance;
    public long sold;
    public long rewards;
    public long spent;
    public final int[] points = new int[ScoreCategory.values().length];
    public final BitSet visited = new BitSet();
    public final Map<String, Integer> killsByVictim = new HashMap<>();
    public int livingRobots;
    public int runningProcesses;
    public boolean isEliminated;

    public Player(String id, int joinedAs, int home, long initialCredits) {
        this.id = id;
        this.joinedAs = joinedAs;
        this.home = home;
        this.initialCredits = initialCredits;
        this.balance = initialCredits;
    }

    public int total() {
        int total = 0;
        for (int points : points) {
            total += points;
        }
        return total;
    }

    public void pay(long price) {
        Check.holds("balance", price <= balance, "at least the price of " + price, balance);
        spent += price;
        balance -= price;
    }

    public void checkBalance(long found) {
        Check.same("balance", balance, found);
        Check.same("initial + sold + rewards - spent", balance, initialCredits + sold + rewards - spent);
    }
}
