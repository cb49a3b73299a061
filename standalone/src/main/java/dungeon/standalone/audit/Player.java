package dungeon.standalone.audit;

import dungeon.schemas.ScoreCategory;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A participant: the account, the points, and what decides about elimination. */
final class Player {
    final String id;
    final int joinedAs;
    final int home;
    final long initialCredits;
    long balance;
    long sold;
    long rewards;
    long spent;
    final int[] points = new int[ScoreCategory.values().length];
    final BitSet visited = new BitSet();
    final Map<String, Integer> killsByVictim = new HashMap<>();
    int livingRobots;
    int runningProcesses;
    boolean isEliminated;

    Player(String id, int joinedAs, int home, long initialCredits) {
        this.id = id;
        this.joinedAs = joinedAs;
        this.home = home;
        this.initialCredits = initialCredits;
        this.balance = initialCredits;
    }

    int total() {
        int total = 0;
        for (int points : points) {
            total += points;
        }
        return total;
    }

    void pay(long price) {
        Check.holds("balance", price <= balance, "at least the price of " + price, balance);
        spent += price;
        balance -= price;
    }

    void checkBalance(long found) {
        Check.same("balance", balance, found);
        Check.same("initial + sold + rewards - spent", balance, initialCredits + sold + rewards - spent);
    }
}
