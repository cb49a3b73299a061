package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Event;
import dungeon.schemas.Resource;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.Rules;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Upgrade;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Costs;
import dungeon.verification.audit.model.Index;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Player;
import dungeon.verification.audit.model.Points;
import dungeon.verification.audit.model.Robot;
import dungeon.verification.audit.model.Vitals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Attacks, and robots that are no more. */
final class Fights {
    private final Model model;
    private final Turns turns;
    private final Judge judge;
    private final Costs costs;
    private final Vitals vitals;
    private final Eliminations eliminations;

    /** Who destroyed the robot whose end has to follow. */
    private Robot destroyer;

    Fights(Model model, Turns turns, Judge judge, Costs costs, Vitals vitals, Eliminations eliminations) {
        this.model = model;
        this.turns = turns;
        this.judge = judge;
        this.costs = costs;
        this.vitals = vitals;
        this.eliminations = eliminations;
    }

    void attacked(Event event, RobotAttacked attacked) {
        Action action = new Action(ActionType.AttackRobot, null, attacked.getTargetRobotId(), null);
        Robot robot = turns.begin(event, attacked.getRobotId(), action);
        judge.checkSucceeds(robot, action);
        Robot target = model.robot(attacked.getTargetRobotId());
        Check.holds("target", target != robot, "another robot", robot.id);
        turns.end(robot, ActionType.AttackRobot, costs.energy(robot, action));
        vitals.check("attacker's", robot, attacked.getCondition());

        vitals.settle(target, robot.asOfMs);
        long hit = model.rules.getDamage().get(robot.level(Upgrade.DAMAGE)) + (long) robot.damageBonus;
        long damage = Math.min(hit, target.healthParts / Vitals.HEALTH_PARTS);
        target.healthParts = Math.max(0, target.healthParts - hit * Vitals.HEALTH_PARTS);
        Check.same("damage", damage, attacked.getDamage());
        vitals.check("target's", target, attacked.getTargetCondition());
        long points = target.owner == robot.owner ? 0 : damage * model.rules.getDamagePoints();
        Points.gainIfAny(robot.owner, ScoreCategory.FIGHTING, points, attacked.getScore());

        if (target.healthParts == 0) {
            destroyer = robot;
            model.followers.expect(RobotDestroyed.class, target.id + " by " + DestructionCause.COMBAT);
        }
    }

    void destroyed(Event event, RobotDestroyed destroyed) {
        String subject = destroyed.getRobotId() + " by " + destroyed.getCause();
        model.followers.take(RobotDestroyed.class, subject);
        Robot victim = model.living(destroyed.getRobotId());
        if (destroyed.getCause() == DestructionCause.COMBAT) {
            Check.same("byRobotId", destroyer.id, destroyed.getByRobotId());
            if (destroyer.owner == victim.owner) {
                ownRobot(victim, destroyed);
            } else {
                otherRobot(victim, destroyed);
            }
        } else {
            Check.same("byRobotId", null, destroyed.getByRobotId());
            Check.same("score", null, destroyed.getScore());
            checkNoReward(destroyed);
        }
        Check.same("evaporated", units(victim), destroyed.getEvaporated());
        for (ResourceUnits lost : destroyed.getEvaporated()) {
            model.ledger.evaporate(lost.getResource(), lost.getUnits());
            victim.cargo[Index.of(lost.getResource())] = 0;
        }
        victim.isDestroyed = true;
        victim.queue.clear();
        model.timers.cancel(victim);
        victim.owner.livingRobots--;
        eliminations.expectIfDue(victim.owner);
    }

    private void ownRobot(Robot victim, RobotDestroyed destroyed) {
        checkNoReward(destroyed);
        long penalty = -(long) model.rules.getOwnRobotPenaltyPoints();
        Points.gainIfAny(victim.owner, ScoreCategory.FIGHTING, penalty, destroyed.getScore());
    }

    private static void checkNoReward(RobotDestroyed destroyed) {
        Check.same("reward", 0, destroyed.getReward());
        Check.same("balance", null, destroyed.getBalance());
        Check.same("damageBonus", null, destroyed.getDamageBonus());
        Check.same("kills", null, destroyed.getKills());
        Check.same("cargo of the destroyer", null, destroyed.getCargo());
        Check.same("looted", List.of(), destroyed.getLooted());
    }

    private void otherRobot(Robot victim, RobotDestroyed destroyed) {
        Rules rules = model.rules;
        Player winner = destroyer.owner;
        int kills = winner.killsByVictim.merge(victim.owner.id, 1, Integer::sum);
        Check.same("kills", (Object) kills, destroyed.getKills());
        int before = kills - 1;
        long reward = rules.getKillCredits() + victim.spentOnUpgrades * rules.getKillUpgradeShare() / 1000;
        reward = halved(reward, before);
        Check.same("reward", reward, destroyed.getReward());
        winner.balance += reward;
        winner.rewards += reward;
        winner.checkBalance(destroyed.getBalance());

        long bonus = destroyer.damageBonus + halved(rules.getKillDamageBonus(), before);
        destroyer.damageBonus = (int) Math.max(destroyer.damageBonus, Math.min(rules.getDamageBonusMaximum(), bonus));
        Check.same("damageBonus", (Object) destroyer.damageBonus, destroyed.getDamageBonus());
        Points.gainIfAny(winner, ScoreCategory.FIGHTING, halved(rules.getKillPoints(), before), destroyed.getScore());
        Check.same("looted", loot(victim), destroyed.getLooted());
        Check.same("cargo of the destroyer", units(destroyer), destroyed.getCargo());
    }

    /** Moves what the destroyer can hold, most valuable first; the rest stays with the victim. */
    private List<ResourceUnits> loot(Robot victim) {
        Rules rules = model.rules;
        List<Resource> byValue = new ArrayList<>(List.of(Resource.values()));
        byValue.remove(Resource.UNKNOWN);
        byValue.sort(Comparator.<Resource>comparingInt(
                        resource -> rules.getResourcePrice().get(Index.of(resource)))
                .thenComparing(resource -> resource)
                .reversed());
        List<ResourceUnits> taken = new ArrayList<>();
        for (Resource resource : byValue) {
            int room = rules.getStorage().get(destroyer.level(Upgrade.STORAGE)) - destroyer.load();
            int units = Math.min(room, victim.cargo[Index.of(resource)]);
            if (units > 0 && canHold(destroyer, resource)) {
                victim.cargo[Index.of(resource)] -= units;
                destroyer.cargo[Index.of(resource)] += units;
                taken.add(new ResourceUnits(resource, units));
            }
        }
        return taken;
    }

    boolean canHold(Robot robot, Resource resource) {
        Resource rarest = model.rules.getMiningResource().get(robot.level(Upgrade.MINING));
        return resource.compareTo(rarest) <= 0;
    }

    /** A robot's cargo as it is published: from common to rare, without what there is none of. */
    static List<ResourceUnits> units(Robot robot) {
        List<ResourceUnits> units = new ArrayList<>();
        for (Resource resource : Index.RESOURCES) {
            if (robot.cargo[Index.of(resource)] > 0) {
                units.add(new ResourceUnits(resource, robot.cargo[Index.of(resource)]));
            }
        }
        return units;
    }

    private static long halved(long amount, int times) {
        return times >= Long.SIZE ? 0 : amount >> times;
    }
}
