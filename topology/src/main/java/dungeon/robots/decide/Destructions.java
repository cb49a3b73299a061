package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.Rules;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Kills;
import dungeon.schemas.state.Robot;
import java.util.List;

/** Robots that are destroyed in a fight, and what the destroyer gets for it. */
final class Destructions {
    private static final int PER_THOUSAND = 1000;

    private Destructions() {}

    static void destroy(Decision<RobotsState> decision, Robot destroyer, Robot victim) {
        if (destroyer.getPlayerId().equals(victim.getPlayerId())) {
            destroyOwn(decision, destroyer, victim);
        } else {
            destroyOther(decision, destroyer, victim);
        }
        Eliminations.check(decision, victim.getPlayerId());
    }

    private static void destroyOwn(Decision<RobotsState> decision, Robot destroyer, Robot victim) {
        RobotsState state = decision.state();
        long penalty = state.game().getRules().getOwnRobotPenaltyPoints();
        decision.emit(new RobotDestroyed(
                victim.getRobotId(),
                DestructionCause.COMBAT,
                destroyer.getRobotId(),
                0L,
                null,
                null,
                List.of(),
                victim.getCargo(),
                Points.changed(state.account(destroyer.getPlayerId()), ScoreCategory.FIGHTING, -penalty),
                null,
                null));
    }

    private static void destroyOther(Decision<RobotsState> decision, Robot destroyer, Robot victim) {
        RobotsState state = decision.state();
        Rules rules = state.game().getRules();
        Account account = state.account(destroyer.getPlayerId());
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
                Points.changed(account, ScoreCategory.FIGHTING, halved(rules.getKillPoints(), earlier)),
                Cargo.plus(destroyer.getCargo(), loot.looted()),
                earlier + 1));
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
}
