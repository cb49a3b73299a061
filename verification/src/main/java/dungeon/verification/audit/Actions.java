package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.ActionFailed;
import dungeon.schemas.ActionQueued;
import dungeon.schemas.ActionType;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.GameState;
import dungeon.schemas.QueueCleared;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Compass;
import dungeon.verification.audit.model.Costs;
import dungeon.verification.audit.model.Index;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Points;
import dungeon.verification.audit.model.Robot;
import dungeon.verification.audit.model.Vitals;
import dungeon.verification.audit.model.WaitingAction;

/** Queues, moves and failures. */
final class Actions {
    private final Model model;
    private final Causes causes;
    private final Turns turns;
    private final Judge judge;
    private final Costs costs;
    private final Vitals vitals;

    Actions(Model model, Causes causes, Turns turns, Judge judge, Costs costs, Vitals vitals) {
        this.model = model;
        this.causes = causes;
        this.turns = turns;
        this.judge = judge;
        this.costs = costs;
        this.vitals = vitals;
    }

    void queued(Event event, ActionQueued queued) {
        model.followers.checkNone(ActionQueued.class);
        Check.same("state of the game", GameState.STARTED, model.state);
        Robot robot = model.living(queued.getRobotId());
        Check.same("playerId", robot.owner.id, event.getPlayerId());
        causes.command(event);
        long timeMs = event.getTime().toEpochMilli();
        vitals.settle(robot, timeMs);
        Check.holds(
                "reason to wait",
                !robot.queue.isEmpty() || !turns.canRun(robot, queued.getAction(), timeMs),
                "none, since the robot is ready and its queue empty",
                "queued");
        robot.queue.add(new WaitingAction(queued.getAction(), event.getCommandId()));
        Check.same("place", robot.queue.size(), queued.getPlace());
        Check.within("place", 1, model.rules.getQueueMaximum(), queued.getPlace());
        if (robot.queue.size() == 1) {
            turns.plan(robot, timeMs);
        }
        Check.same("runsAt of the queue", vitals.runsAt(robot), queued.getRunsAt());
    }

    void cleared(Event event, QueueCleared cleared) {
        model.followers.checkNone(QueueCleared.class);
        Check.same("state of the game", GameState.STARTED, model.state);
        Robot robot = model.living(cleared.getRobotId());
        Check.same("playerId", robot.owner.id, event.getPlayerId());
        causes.command(event);
        Check.same("dropped", robot.queue.size(), cleared.getDropped());
        robot.queue.clear();
        model.timers.cancel(robot);
    }

    void failed(Event event, ActionFailed failed) {
        Action action = failed.getAction();
        Robot robot = turns.begin(event, failed.getRobotId(), action);
        Check.same("reason", judge.failure(robot, action), failed.getReason());
        boolean takesEnergy = failed.getReason() != FailureReason.TOO_LITTLE_CAPACITY
                && (action.getType() == ActionType.AttackRobot || action.getType() == ActionType.StartMining);
        turns.end(robot, action.getType(), takesEnergy ? costs.energy(robot, action) : 0);
        vitals.check("robot's", robot, failed.getCondition());
    }

    void moved(Event event, RobotMoved moved) {
        Tile from = moved.getFrom();
        Tile to = moved.getCondition().getPosition();
        Action action = new Action(
                ActionType.MoveRobot, Compass.of(to.getX() - from.getX(), to.getY() - from.getY()), null, null);
        Robot robot = turns.begin(event, moved.getRobotId(), action);
        Check.same("from", model.grid.places.tile(robot.tile), from);
        Check.holds("move", !from.equals(to), "to a neighbour", to);
        judge.checkSucceeds(robot, action);
        int energy = costs.energy(robot, action);
        robot.tile = model.grid.places.number(to);
        turns.end(robot, ActionType.MoveRobot, energy);
        vitals.check("robot's", robot, moved.getCondition());

        if (robot.owner.visited.get(robot.tile)) {
            Check.same("score", null, moved.getScore());
        } else {
            robot.owner.visited.set(robot.tile);
            int gravity = Index.of(model.grid.gravity[robot.tile]);
            int points = model.rules.getTravellingPoints().get(gravity);
            Points.gainIfAny(robot.owner, ScoreCategory.TRAVELLING, points, moved.getScore());
        }
        if (model.grid.isBlackHole(robot.tile)) {
            enterBlackHole(event, robot);
            Check.same("nextDraw", (Object) model.draws.next(), moved.getNextDraw());
        } else {
            Check.same("nextDraw of a move without chance", null, moved.getNextDraw());
        }
    }

    private void enterBlackHole(Event event, Robot robot) {
        boolean isLost = event.getRemaining() > 0;
        int perThousand = model.map.getBlackHoleDestruction();
        if (isLost) {
            Check.holds("black hole", perThousand > 0, "harmless on this map", "a robot that is lost");
            model.followers.expect(RobotDestroyed.class, robot.id + " by " + DestructionCause.BLACK_HOLE);
        } else {
            Check.holds("black hole", perThousand < 1000, "deadly on this map", "a robot that survives");
        }
        model.draws.addChance(event.getSequence(), "black hole", perThousand, isLost);
    }
}
