package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Tiles;
import dungeon.robots.state.Units;
import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.Condition;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import java.time.Instant;
import java.util.List;

/** An action of a robot at the moment at which it is tried: what it takes, and in which condition it leaves the robot. */
final class Attempt {
    private final Decision<RobotsState> decision;
    private final Robot robot;
    private final Action action;
    private final List<QueuedAction> waiting;
    private final Rules rules;
    private final Tile position;
    private final MapTile target;
    private final boolean atStation;
    private final int energy;

    /** @param waiting the actions that wait behind it */
    Attempt(Decision<RobotsState> decision, Robot robot, Action action, List<QueuedAction> waiting) {
        this.decision = decision;
        this.robot = robot;
        this.action = action;
        this.waiting = waiting;
        this.rules = decision.state().game().getRules();
        this.position = new Tile(robot.getX(), robot.getY());
        this.target = ActionCosts.target(decision.state(), robot.getX(), robot.getY(), action);
        this.atStation = Tiles.isStation(decision.state().tile(robot.getX(), robot.getY()));
        this.energy = ActionCosts.energy(rules, robot.getLevels(), action, target);
    }

    Decision<RobotsState> decision() {
        return decision;
    }

    RobotsState state() {
        return decision.state();
    }

    Robot robot() {
        return robot;
    }

    Action action() {
        return action;
    }

    Rules rules() {
        return rules;
    }

    /** Where the robot is. */
    Tile position() {
        return position;
    }

    /** The tile that a move leads to; null over the edge, and for all other actions. */
    MapTile target() {
        return target;
    }

    /** Whether the robot is at a space station. */
    boolean isAtStation() {
        return atStation;
    }

    /** Whether the action needs more energy than the robot can ever have. */
    boolean isBeyondCapacity() {
        return energy > Vitals.energyCapacity(rules, robot.getLevels());
    }

    /** When the action can run if none waits before it, in ms since 1970. */
    long runsAtMs() {
        return new Readiness(robot.getLevels(), position, robot.getEnergy(), robot.getAsOfMs(), robot.getReadyAtMs())
                .runsAtMs(rules, atStation, energy);
    }

    /** The robot's condition after the action, if it stays where it is. */
    Condition conditionAfter() {
        return conditionAt(position, energy);
    }

    /** The robot's condition after the action, on the tile where it is then. */
    Condition conditionAt(Tile positionAfter) {
        return conditionAt(positionAfter, energy);
    }

    /** Lets the action fail; it takes its energy all the same. */
    void fail(FailureReason reason) {
        fail(reason, energy);
    }

    /** Lets the action fail without taking energy. */
    void failForFree(FailureReason reason) {
        fail(reason, 0);
    }

    private void fail(FailureReason reason, int energyTaken) {
        decision.emit(new ActionFailed(robot.getRobotId(), action, reason, conditionAt(position, energyTaken)));
    }

    private Condition conditionAt(Tile positionAfter, int energyTaken) {
        Instant readyAt =
                decision.time().plusMillis(ActionCosts.cooldownMs(rules, robot.getLevels(), action.getType()));
        return Conditions.of(
                decision.state(),
                robot.getLevels(),
                positionAfter,
                Vitals.healthAt(robot, rules, atStation, decision.timeMs()),
                Vitals.energyAt(robot, rules, atStation, decision.timeMs()) - energyTaken * Units.ENERGY,
                decision.time(),
                readyAt,
                waiting);
    }
}
