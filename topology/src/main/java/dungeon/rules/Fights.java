package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.Condition;
import dungeon.schemas.FailureReason;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Robot;
import java.time.Instant;

/** Attacks of one robot on another. */
final class Fights {
    private Fights() {}

    static void order(Decision decision, AttackRobot attack) {
        Robot robot = Orders.robot(decision, attack.getRobotId());
        if (robot == null) {
            return;
        }
        if (decision.world().robot(attack.getTargetRobotId()) == null) {
            decision.reject(
                    RejectionCode.UNKNOWN_TARGET,
                    "There is no robot %s in this game".formatted(attack.getTargetRobotId()));
            return;
        }
        Actions.order(decision, robot, new Action(ActionType.AttackRobot, null, attack.getTargetRobotId(), null));
    }

    static void run(Decision decision, Robot robot, Action action, int energy, int queuedAfter) {
        Draft world = decision.world();
        Robot target = world.robot(action.getTargetRobotId());
        FailureReason reason = reasonAgainst(world, robot, target);
        if (reason != null) {
            Actions.fail(decision, robot, action, reason, energy, queuedAfter);
            return;
        }
        Rules rules = world.game().getRules();
        long health = Vitals.healthAt(target, rules, false, decision.timeMs());
        long damage = (long) rules.getDamage().get(robot.getLevels().getDamage()) + robot.getDamageBonus();
        long lost = Math.min(health, damage * Vitals.HEALTH_UNIT);
        int lostHealth = (int) (lost / Vitals.HEALTH_UNIT);
        decision.emit(new RobotAttacked(
                robot.getRobotId(),
                target.getRobotId(),
                lostHealth,
                Actions.conditionAfter(decision, robot, action, energy, queuedAfter),
                conditionOfTarget(decision, target, health - lost),
                score(world, robot, target, lostHealth)));
        if (lost == health) {
            Destructions.destroy(decision, world.robot(robot.getRobotId()), world.robot(target.getRobotId()));
        }
    }

    /** A robot that is no more is nowhere, so that is what is looked at first. */
    private static FailureReason reasonAgainst(World world, Robot robot, Robot target) {
        if (target.getDestroyed()) {
            return FailureReason.TARGET_DESTROYED;
        }
        if (robot.getX() != target.getX() || robot.getY() != target.getY()) {
            return FailureReason.OUT_OF_RANGE;
        }
        return Tiles.isStation(world.tile(robot.getX(), robot.getY())) ? FailureReason.SAFE_ZONE : null;
    }

    private static Condition conditionOfTarget(Decision decision, Robot target, long health) {
        Rules rules = decision.world().game().getRules();
        return Conditions.of(
                new Tile(target.getX(), target.getY()),
                health,
                Vitals.energyAt(target, rules, false, decision.timeMs()),
                decision.time(),
                Instant.ofEpochMilli(target.getReadyAtMs()),
                target.getQueue().size());
    }

    private static Score score(World world, Robot robot, Robot target, int lostHealth) {
        boolean ownRobot = robot.getPlayerId().equals(target.getPlayerId());
        long points = ownRobot ? 0 : (long) world.game().getRules().getDamagePoints() * lostHealth;
        return Points.changed(world.account(robot.getPlayerId()), ScoreCategory.FIGHTING, points);
    }
}
