package dungeon.verification.audit;

import dungeon.schemas.Action;
import dungeon.schemas.FailureReason;
import dungeon.schemas.Tile;
import dungeon.verification.audit.finding.Broken;
import dungeon.verification.audit.finding.Check;
import dungeon.verification.audit.model.Grid;
import dungeon.verification.audit.model.Model;
import dungeon.verification.audit.model.Robot;

/** Why an action fails when its turn comes. */
final class Judge {
    private final Model model;
    private final Turns turns;

    Judge(Model model, Turns turns) {
        this.model = model;
        this.turns = turns;
    }

    /** The reason, or null if the action succeeds. */
    FailureReason failure(Robot robot, Action action) {
        if (turns.isBeyondCapacity(robot, action)) {
            return FailureReason.TOO_LITTLE_CAPACITY;
        }
        return switch (action.getType()) {
            case MoveRobot -> move(model.grid.neighbour(robot.tile, action.getDirection()));
            case AttackRobot -> attack(robot, model.robot(action.getTargetRobotId()));
            case StartMining -> mining(robot, action.getMine());
            case SellResources -> sale(robot);
            case UNKNOWN -> throw new Broken("action", "a known one", action);
        };
    }

    void checkSucceeds(Robot robot, Action action) {
        Check.same("failure", failure(robot, action), null);
    }

    private FailureReason move(int target) {
        if (target == Grid.OVER_THE_EDGE) {
            return FailureReason.EDGE;
        }
        return model.grid.isVoid(target) ? FailureReason.VOID : null;
    }

    private FailureReason attack(Robot robot, Robot target) {
        if (target.isDestroyed) {
            return FailureReason.TARGET_DESTROYED;
        }
        if (target.tile != robot.tile) {
            return FailureReason.OUT_OF_RANGE;
        }
        return model.grid.isStation(robot.tile) ? FailureReason.SAFE_ZONE : null;
    }

    private FailureReason mining(Robot robot, Tile named) {
        int tile = named == null ? robot.tile : model.grid.places.number(named);
        if (tile < 0 || model.grid.mines[tile] == null) {
            return FailureReason.NO_MINE;
        }
        return robot.process == null ? null : FailureReason.MINING_IN_PROGRESS;
    }

    private FailureReason sale(Robot robot) {
        if (!model.grid.isStation(robot.tile)) {
            return FailureReason.NOT_AT_STATION;
        }
        return robot.load() == 0 ? FailureReason.NOTHING_TO_SELL : null;
    }
}
