package dungeon.verification.simulation;

import dungeon.schemas.Rules;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Rules under which much happens in little time; some games have the usual ones. */
final class RandomRules {
    private RandomRules() {}

    static Rules draw(Random random) {
        Rules rules = Rules.newBuilder().build();
        if (random.nextInt(4) == 0) {
            rules.setInitialCredits(random.nextInt(100, 20_000));
            return rules;
        }
        boolean isPoor = random.nextInt(3) == 0;
        rules.setInitialCredits(isPoor ? random.nextInt(100, 400) : random.nextInt(100, 100_000));
        rules.setRobotPrice(isPoor ? 100 : random.nextInt(1, 101));
        rules.setRobotsPerPlayerMaximum(random.nextInt(2, 30));
        rules.setQueueMaximum(random.nextInt(1, 17));
        rules.setMoveCooldownMs(random.nextInt(0, 1000));
        rules.setAttackCooldownMs(random.nextInt(0, 600));
        rules.setMiningCooldownMs(random.nextInt(0, 600));
        rules.setSellCooldownMs(random.nextInt(0, 500));
        rules.setMinimumCooldownMs(random.nextInt(0, 300));
        rules.setMiningProcessMs(random.nextInt(3) == 0 ? rules.getMiningCooldownMs() : random.nextInt(0, 3000));
        rules.setSellEnergy(random.nextInt(0, 4));
        rules.setMoveEnergy(List.of(random.nextInt(0, 3), random.nextInt(1, 5), random.nextInt(2, 8)));
        int capacity = random.nextInt(8, 30);
        rules.setEnergyCapacity(List.of(capacity, capacity, capacity + 3, capacity + 10, capacity + 20, 200));
        int step = random.nextInt(1, 10);
        // Where a level can need more than a robot holds, an action of that level fails.
        int most = random.nextInt(3) == 0 ? 3 * capacity : capacity;
        rules.setAttackEnergy(byLevel(step, most));
        rules.setMiningEnergy(byLevel(step + 1, most));
        rules.setEnergyRegeneration(List.of(random.nextInt(2, 20), 9, 13, 17, 19, 23));
        rules.setHealth(List.of(random.nextInt(1, 12), 15, 50, 100, 200, 500));
        rules.setDamage(List.of(random.nextInt(1, 8), 9, 13, 20, 40, 60));
        rules.setUpgradePrice(List.of(0, 5, 10, 15, 20, 25));
        rules.setMiningUpgradePrice(List.of(0, 7, 14, 21, 28, 35));
        rules.setResourcePrice(
                random.nextBoolean() ? List.of(5, 15, 30, 50, 60) : List.of(7, 7, 3, random.nextInt(1, 9), 3));
        rules.setStorage(List.of(random.nextInt(1, 10), 20, 30, 40, 80, 100));
        rules.setKillDamageBonus(random.nextInt(0, 8));
        rules.setKillUpgradeShare(random.nextInt(0, 1001));
        rules.setTravellingPoints(List.of(random.nextInt(0, 3), 2, 3));
        rules.setUpgradePoints(random.nextInt(0, 12));
        rules.setPurgedAfterMs(random.nextInt(0, 5000));
        rules.setExpiresAfterMs(random.nextInt(20_000, 40_000));
        return rules;
    }

    private static List<Integer> byLevel(int step, int most) {
        return IntStream.range(0, 6)
                .map(level -> Math.min(1 + level * step, most))
                .boxed()
                .toList();
    }
}
