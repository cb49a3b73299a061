package dungeon.robots.decide;

import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Units;
import dungeon.schemas.Condition;
import dungeon.schemas.FailureReason;
import dungeon.schemas.RobotAttacked;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.state.Robot;
import java.time.Instant;

/** Attacks of one robot on another. */
final class Fights {
    private Fights() {}

    static void run(Attempt attempt) {
        RobotsState state = attempt.state();
        Robot robot = attempt.robot();
        Robot target = state.robot(attempt.action().getTargetRobotId());
        FailureReason reason = reasonAgainst(attempt, target);
        if (reason != null) {
            attempt.fail(reason);
            return;
        }
        Rules rules = attempt.rules();
        long health = Vitals.healthAt(target, rules, false, attempt.decision().timeMs());
        long damage = (long) rules.getDamage().get(robot.getLevels().getDamage()) + robot.getDamageBonus();
        long lost = Math.min(health, damage * Units.HEALTH);
        int lostHealth = (int) (lost / Units.HEALTH);
        attempt.decision()
                .emit(new RobotAttacked(
                        robot.getRobotId(),
                        target.getRobotId(),
                        lostHealth,
                        attempt.conditionAfter(),
                        conditionOfTarget(attempt, target, health - lost),
                        score(attempt, target, lostHealth)));
        if (lost == health) {
            Destructions.destroy(attempt.decision(), state.robot(robot.getRobotId()), state.robot(target.getRobotId()));
        }
    }

    /** A robot that is no more is nowhere, so that is what is looked at first. */
    private static FailureReason reasonAgainst(Attempt attempt, Robot target) {
        if (target.getDestroyed()) {
            return FailureReason.TARGET_DESTROYED;
        }
        Robot robot = attempt.robot();
        if (robot.getX() != target.getX() || robot.getY() != target.getY()) {
            return FailureReason.OUT_OF_RANGE;
        }
        return attempt.isAtStation() ? FailureReason.SAFE_ZONE : null;
    }

    private static Condition conditionOfTarget(Attempt attempt, Robot target, long health) {
        return Conditions.of(
                attempt.state(),
                target.getLevels(),
                attempt.position(),
                health,
                Vitals.energyAt(
                        target, attempt.rules(), false, attempt.decision().timeMs()),
                attempt.decision().time(),
                Instant.ofEpochMilli(target.getReadyAtMs()),
                target.getQueue());
    }

    private static Score score(Attempt attempt, Robot target, int lostHealth) {
        String playerId = attempt.robot().getPlayerId();
        boolean ownRobot = playerId.equals(target.getPlayerId());
        long points = ownRobot ? 0 : (long) attempt.rules().getDamagePoints() * lostHealth;
        return Points.changed(attempt.state().account(playerId), ScoreCategory.FIGHTING, points);
    }
}
