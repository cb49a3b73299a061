package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.schemas.Action;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.AttackRobot;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Detail;
import dungeon.schemas.FailureReason;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.SellResources;
import dungeon.schemas.StartMining;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.time.Instant;
import java.util.List;

/** Actions of robots: run at once, put into the queue, run from the queue. */
final class Actions {
    private Actions() {}

    static void move(Decision<RobotsState> decision, MoveRobot move) {
        order(decision, move.getRobotId(), new Action(ActionType.MoveRobot, move.getDirection(), null, null));
    }

    static void attack(Decision<RobotsState> decision, AttackRobot attack) {
        Robot robot = Orders.robot(decision, attack.getRobotId());
        if (robot == null) {
            return;
        }
        if (decision.state().robot(attack.getTargetRobotId()) == null) {
            Refusals.refuse(
                    decision,
                    RejectionCode.UNKNOWN_TARGET,
                    "There is no robot %s in this game".formatted(attack.getTargetRobotId()));
            return;
        }
        order(decision, robot, new Action(ActionType.AttackRobot, null, attack.getTargetRobotId(), null));
    }

    static void mine(Decision<RobotsState> decision, StartMining mining) {
        order(decision, mining.getRobotId(), new Action(ActionType.StartMining, null, null, mining.getMine()));
    }

    static void sell(Decision<RobotsState> decision, SellResources sell) {
        order(decision, sell.getRobotId(), new Action(ActionType.SellResources, null, null, null));
    }

    static void clearQueue(Decision<RobotsState> decision, ClearQueue clear) {
        Robot robot = Orders.robot(decision, clear.getRobotId());
        if (robot != null) {
            decision.emit(new QueueCleared(robot.getRobotId(), robot.getQueue().size()));
        }
    }

    private static void order(Decision<RobotsState> decision, String robotId, Action action) {
        Robot robot = Orders.robot(decision, robotId);
        if (robot != null) {
            order(decision, robot, action);
        }
    }

    /** Runs an action at once, or puts it into the queue. */
    private static void order(Decision<RobotsState> decision, Robot robot, Action action) {
        int queued = robot.getQueue().size();
        if (queued > 0) {
            queue(decision, robot, action, robot.getRunsAtMs());
            return;
        }
        Attempt attempt = new Attempt(decision, robot, action, List.of());
        long runsAtMs = attempt.runsAtMs();
        if (runsAtMs <= decision.timeMs()) {
            run(attempt);
        } else {
            queue(decision, robot, action, runsAtMs);
        }
    }

    private static void queue(Decision<RobotsState> decision, Robot robot, Action action, long firstRunsAtMs) {
        int queued = robot.getQueue().size();
        int maximum = decision.state().game().getRules().getQueueMaximum();
        if (queued >= maximum) {
            Refusals.refuse(
                    decision,
                    RejectionCode.QUEUE_FULL,
                    "The robot has %d actions waiting".formatted(queued),
                    List.of(new Detail("queueMaximum", String.valueOf(maximum))));
        } else {
            decision.emit(
                    new ActionQueued(robot.getRobotId(), action, queued + 1, Instant.ofEpochMilli(firstRunsAtMs)));
        }
    }

    /** Runs the first action in a robot's queue, when its timer is due. */
    static void runNext(Decision<RobotsState> decision, String robotId) {
        Robot robot = decision.state().robot(robotId);
        List<QueuedAction> queue = robot.getQueue();
        QueuedAction next = queue.get(0);
        decision.onBehalfOf(next.getCommandId(), robot.getPlayerId());
        run(new Attempt(decision, robot, next.getAction(), queue.subList(1, queue.size())));
    }

    private static void run(Attempt attempt) {
        if (attempt.isBeyondCapacity()) {
            attempt.failForFree(FailureReason.TOO_LITTLE_CAPACITY);
            return;
        }
        switch (attempt.action().getType()) {
            case MoveRobot -> Moves.run(attempt);
            case AttackRobot -> Fights.run(attempt);
            case StartMining -> Mining.run(attempt);
            case SellResources -> Sales.run(attempt);
            case UNKNOWN -> throw new IllegalStateException("A command with an unknown action is refused earlier");
        }
    }
}
