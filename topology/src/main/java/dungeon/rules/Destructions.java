package dungeon.rules;

import dungeon.schemas.DestructionCause;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.Rules;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Kills;
import dungeon.schemas.state.Robot;
import java.util.ArrayList;
import java.util.List;

/** Robots that are destroyed in a fight, and what the destroyer gets for it. */
final class Destructions {
    private static final int PER_THOUSAND = 1000;

    private Destructions() {}

    static void destroy(Decision decision, Robot destroyer, Robot victim) {
        if (destroyer.getPlayerId().equals(victim.getPlayerId())) {
            destroyOwn(decision, destroyer, victim);
        } else {
            destroyOther(decision, destroyer, victim);
        }
        Eliminations.check(decision, victim.getPlayerId());
    }

    private static void destroyOwn(Decision decision, Robot destroyer, Robot victim) {
        Draft world = decision.world();
        long penalty = world.game().getRules().getOwnRobotPenaltyPoints();
        decision.emit(new RobotDestroyed(
                victim.getRobotId(),
                DestructionCause.COMBAT,
                destroyer.getRobotId(),
                0L,
                null,
                null,
                List.of(),
                victim.getCargo(),
                Points.changed(world.account(destroyer.getPlayerId()), ScoreCategory.FIGHTING, -penalty)));
    }

    private static void destroyOther(Decision decision, Robot destroyer, Robot victim) {
        Draft world = decision.world();
        Rules rules = world.game().getRules();
        Account account = world.account(destroyer.getPlayerId());
        int earlier = earlierKills(account, victim.getPlayerId());
        long share = victim.getUpgradeCredits() * rules.getKillUpgradeShare() / PER_THOUSAND;
        long reward = halved(rules.getKillCredits() + share, earlier);
        long bonus = destroyer.getDamageBonus() + halved(rules.getKillDamageBonus(), earlier);
        Cargo.Loot loot = Cargo.loot(rules, destroyer, victim.getCargo());
        decision.emit(new RobotDestroyed(
                victim.getRobotId(),
                DestructionCause.COMBAT,
                destroyer.getRobotId(),
                reward,
                account.getBalance() + reward,
                (int) Math.min(bonus, rules.getDamageBonusMaximum()),
                loot.looted(),
                loot.evaporated(),
                Points.changed(account, ScoreCategory.FIGHTING, halved(rules.getKillPoints(), earlier))));
    }

    /** Each further kill of the same player's robots brings half of the one before. */
    private static long halved(long value, int times) {
        return value >> Math.min(times, Long.SIZE - 1);
    }

    private static int earlierKills(Account account, String victimId) {
        return account.getKills().stream()
                .filter(kills -> kills.getPlayerId().equals(victimId))
                .mapToInt(Kills::getRobots)
                .findFirst()
                .orElse(0);
    }

    /** The kills of a player with one more. */
    static List<Kills> oneMore(Account account, String victimId) {
        // The latest victim stands last.
        List<Kills> kills = new ArrayList<>(account.getKills());
        kills.removeIf(ofOne -> ofOne.getPlayerId().equals(victimId));
        kills.add(new Kills(victimId, earlierKills(account, victimId) + 1));
        return kills;
    }
}
