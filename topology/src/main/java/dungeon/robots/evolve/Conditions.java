package dungeon.robots.evolve;

import dungeon.platform.core.state.StateChanges;
import dungeon.robots.state.RobotsTimers;
import dungeon.robots.state.Units;
import dungeon.schemas.Condition;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Conditions of robots and their queues, as events give them. */
final class Conditions {
    private Conditions() {}

    /** Sets a robot's condition; the actions at the head of the queue that it no longer counts have run. */
    static void set(StateChanges state, Robot robot, Condition condition) {
        robot.setX(condition.getPosition().getX());
        robot.setY(condition.getPosition().getY());
        robot.setHealth(condition.getHealth() * Units.HEALTH + condition.getHealthFraction());
        robot.setEnergy(condition.getEnergy() * Units.ENERGY + condition.getEnergyFraction());
        robot.setAsOfMs(condition.getAsOf().toEpochMilli());
        robot.setReadyAtMs(condition.getReadyAt().toEpochMilli());
        List<QueuedAction> queue = robot.getQueue();
        List<QueuedAction> left = queue.size() > condition.getQueued()
                ? List.copyOf(queue.subList(queue.size() - condition.getQueued(), queue.size()))
                : queue;
        setQueue(state, robot, left, condition.getRunsAt());
    }

    /**
     * Sets the queue, and the timer of its first action anew if that or its moment is another. The first action is another one
     * when the queue got shorter; ids do not tell, because a sender can use one again after a while.
     *
     * @param runsAt when the first action runs; null if there is none
     */
    static void setQueue(StateChanges state, Robot robot, List<QueuedAction> queue, Instant runsAt) {
        boolean sameHead = queue.size() >= robot.getQueue().size();
        Long runsAtMs = runsAt == null ? null : (Long) runsAt.toEpochMilli();
        if (!sameHead || !Objects.equals(runsAtMs, robot.getRunsAtMs())) {
            if (runsAtMs != null) {
                state.setTimer(RobotsTimers.queue(robot.getRobotId()), runsAtMs);
            } else {
                state.cancelTimer(RobotsTimers.queue(robot.getRobotId()));
            }
        }
        robot.setQueue(queue);
        robot.setRunsAtMs(runsAtMs);
    }
}
