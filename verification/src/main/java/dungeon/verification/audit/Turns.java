package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.Event;
import dungeon.schemas.GameState;
import dungeon.schemas.Tile;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Costs;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Robot;
import dungeon.verification.audit.model.Timer;
import dungeon.verification.audit.model.Vitals;
import dungeon.verification.audit.model.WaitingAction;

/** When a robot acts: at once if it is ready and nothing waits, else from its queue, at the first possible moment. */
final class Turns {
    private final Model model;
    private final Causes causes;
    private final Costs costs;
    private final Vitals vitals;

    Turns(Model model, Causes causes, Costs costs, Vitals vitals) {
        this.model = model;
        this.causes = causes;
        this.costs = costs;
        this.vitals = vitals;
    }

    /** A robot does what the event says; checks that it is its turn, and brings its health and energy up to date. */
    Robot begin(Event event, String robotId, Action action) {
        model.followers.checkNone(event.getPayload().getClass());
        Check.same("state of the game", GameState.STARTED, model.state);
        Robot robot = model.living(robotId);
        Check.same("playerId", robot.owner.id, event.getPlayerId());
        WaitingAction head = robot.queue.peek();
        if (head != null && head.commandId().equals(event.getCommandId())) {
            Check.same("action from the queue", shown(robot, head.action()), shown(robot, action));
            causes.timer(event, Timer.Kind.ACTION, robot);
            robot.queue.remove();
        } else {
            causes.command(event);
            Check.holds("queue", head == null, "empty, since the action runs at once", head);
        }
        long timeMs = event.getTime().toEpochMilli();
        vitals.settle(robot, timeMs);
        Check.holds("readiness", canRun(robot, action, timeMs), "ready at " + readyAt(robot, action, timeMs), timeMs);
        return robot;
    }

    /** Whether an action runs at once: cooldown over, and energy enough, or more needed than there can ever be. */
    boolean canRun(Robot robot, Action action, long timeMs) {
        Long readyAt = readyAt(robot, action, timeMs);
        return readyAt != null && readyAt <= timeMs;
    }

    boolean isBeyondCapacity(Robot robot, Action action) {
        return costs.energy(robot, action) * Vitals.ENERGY_PARTS > vitals.energyMaximum(robot);
    }

    private Long readyAt(Robot robot, Action action, long fromMs) {
        long restedMs = Math.max(robot.readyAtMs, fromMs);
        return isBeyondCapacity(robot, action)
                ? (Long) restedMs
                : vitals.whenEnergy(robot, costs.energy(robot, action), restedMs);
    }

    /** The action has been judged: it takes energy, and the robot pauses. */
    void end(Robot robot, ActionType type, int energy) {
        robot.energyParts -= energy * Vitals.ENERGY_PARTS;
        Check.holds("energy", robot.energyParts >= 0, "enough for " + energy, robot.energyParts);
        robot.readyAtMs = robot.asOfMs + costs.cooldownMs(robot, type);
        plan(robot, robot.asOfMs);
    }

    /**
     * Sets the moment when the first of the queue can run. What leaves that moment as it was, such as an upgrade of
     * something else, does not set it anew.
     */
    void plan(Robot robot, long nowMs) {
        Long dueMs =
                robot.queue.isEmpty() ? null : readyAt(robot, robot.queue.peek().action(), nowMs);
        Timer before = model.timers.of(robot);
        if (before != null && dueMs != null && before.dueMs() == dueMs) {
            return;
        }
        model.timers.cancel(robot);
        if (dueMs != null) {
            model.timers.set(dueMs, Timer.Kind.ACTION, robot);
        }
    }

    /** With the tile of a mine that was not named, since other events than ActionFailed name it. */
    private Action shown(Robot robot, Action action) {
        if (action.getType() != ActionType.StartMining || action.getMine() != null) {
            return action;
        }
        Tile own = model.grid.places.tile(robot.tile);
        return new Action(action.getType(), action.getDirection(), action.getTargetRobotId(), own);
    }
}
