package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.Condition;
import dungeon.schemas.Detail;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.util.List;

/** Actions of robots: run at once, put into the queue, run from the queue, fail. */
final class Actions {
    private Actions() {}

    /** Decides a command that is an action and that needs no further checks. */
    static void order(Decision decision, String robotId, Action action) {
        Robot robot = Orders.robot(decision, robotId);
        if (robot != null) {
            order(decision, robot, action);
        }
    }

    /** Runs an action at once, or puts it into the queue. */
    static void order(Decision decision, Robot robot, Action action) {
        Rules rules = decision.world().game().getRules();
        int queued = robot.getQueue().size();
        if (queued == 0 && Readiness.runsAtMs(decision.world(), robot, action) <= decision.timeMs()) {
            run(decision, robot, action, 0);
        } else if (queued >= rules.getQueueMaximum()) {
            decision.reject(
                    RejectionCode.QUEUE_FULL,
                    "The robot has %d actions waiting".formatted(queued),
                    List.of(new Detail("queueMaximum", String.valueOf(rules.getQueueMaximum()))));
        } else {
            decision.emit(new ActionQueued(robot.getRobotId(), action, queued + 1));
        }
    }

    static void clearQueue(Decision decision, String robotId) {
        Robot robot = Orders.robot(decision, robotId);
        if (robot != null) {
            decision.emit(new QueueCleared(robotId, robot.getQueue().size()));
        }
    }

    /** Runs the first action in a robot's queue, when its timer is due. */
    static List<Event> runNext(Draft world, String robotId, long timeMs) {
        Robot robot = world.robot(robotId);
        QueuedAction next = robot.getQueue().get(0);
        Decision decision = new Decision(world, timeMs, next.getCommandId(), robot.getPlayerId());
        run(decision, robot, next.getAction(), robot.getQueue().size() - 1);
        return decision.events();
    }

    private static void run(Decision decision, Robot robot, Action action, int queuedAfter) {
        Rules rules = decision.world().game().getRules();
        int energy = Readiness.energyOf(decision.world(), robot, action);
        if (energy > Vitals.energyCapacity(rules, robot.getLevels())) {
            fail(decision, robot, action, FailureReason.TOO_LITTLE_CAPACITY, 0, queuedAfter);
            return;
        }
        switch (action.getType()) {
            case MoveRobot -> Moves.run(decision, robot, action, energy, queuedAfter);
            case AttackRobot -> Fights.run(decision, robot, action, energy, queuedAfter);
            case StartMining -> Mining.run(decision, robot, action, energy, queuedAfter);
            case SellResources -> Sales.run(decision, robot, action, energy, queuedAfter);
            case UNKNOWN -> throw new IllegalStateException("A command with an unknown action is refused earlier");
        }
    }

    /**
     * Lets an action fail.
     *
     * @param energy what it takes all the same
     */
    static void fail(Decision decision, Robot robot, Action action, FailureReason reason, int energy, int queuedAfter) {
        decision.emit(new ActionFailed(
                robot.getRobotId(), action, reason, conditionAfter(decision, robot, action, energy, queuedAfter)));
    }

    /** The condition of a robot that stays where it is, after an action. */
    static Condition conditionAfter(Decision decision, Robot robot, Action action, int energy, int queuedAfter) {
        Tile position = new Tile(robot.getX(), robot.getY());
        return conditionAfter(decision, robot, action, position, energy, queuedAfter);
    }

    /**
     * A robot's condition after an action.
     *
     * @param position where it is then
     * @param energy what the action took
     */
    static Condition conditionAfter(
            Decision decision, Robot robot, Action action, Tile position, int energy, int queuedAfter) {
        Rules rules = decision.world().game().getRules();
        long timeMs = decision.timeMs();
        boolean atStation = Tiles.isStation(decision.world().tile(robot.getX(), robot.getY()));
        long energyLeft = Vitals.energyAt(robot, rules, atStation, timeMs) - energy * Vitals.ENERGY_UNIT;
        long health = Vitals.healthAt(robot, rules, atStation, timeMs);
        return Conditions.of(
                position,
                health,
                energyLeft,
                decision.time(),
                decision.time().plusMillis(Readiness.cooldownMs(rules, robot, action)),
                queuedAfter);
    }
}
