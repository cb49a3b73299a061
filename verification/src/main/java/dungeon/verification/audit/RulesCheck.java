package dungeon.verification.audit;

import dungeon.schemas.Rules;
import dungeon.verification.audit.finding.Check;
import java.util.List;

/** What the values of a game must be for a game to be possible. */
final class RulesCheck {
    private RulesCheck() {}

    static void check(Rules rules) {
        Check.holds(
                "initial credits",
                rules.getInitialCredits() >= rules.getRobotPrice(),
                "enough for a robot",
                rules.getInitialCredits());
        int capacity = rules.getEnergyCapacity().get(0);
        for (int energy : rules.getMoveEnergy()) {
            Check.within("energy of a move", 0, capacity, energy);
        }
        Check.within("energy of an attack", 0, capacity, rules.getAttackEnergy().get(0));
        Check.within("energy of mining", 0, capacity, rules.getMiningEnergy().get(0));
        Check.within("energy of a sale", 0, capacity, rules.getSellEnergy());
        notNegative("prices", rules.getUpgradePrice());
        notNegative("prices of MINING", rules.getMiningUpgradePrice());
        notNegative("prices of resources", rules.getResourcePrice());
        notNegative("price of a robot", List.of(rules.getRobotPrice()));
        notNegative(
                "durations",
                List.of(
                        rules.getMoveCooldownMs(),
                        rules.getAttackCooldownMs(),
                        rules.getMiningCooldownMs(),
                        rules.getSellCooldownMs(),
                        rules.getMinimumCooldownMs(),
                        rules.getMiningProcessMs()));
        Check.within("expiresAfterMs", 0, Long.MAX_VALUE, rules.getExpiresAfterMs());
        Check.within("purgedAfterMs", 0, Long.MAX_VALUE, rules.getPurgedAfterMs());
        neverFalling("storage", rules.getStorage());
        neverFalling("health", rules.getHealth());
        neverFalling("energy capacity", rules.getEnergyCapacity());
    }

    private static void notNegative(String what, List<Integer> values) {
        values.forEach(value -> Check.within(what, 0, Integer.MAX_VALUE, value));
    }

    private static void neverFalling(String what, List<Integer> byLevel) {
        for (int level = 1; level < byLevel.size(); level++) {
            Check.within(what + " of level " + level, byLevel.get(level - 1), Integer.MAX_VALUE, byLevel.get(level));
        }
    }
}
