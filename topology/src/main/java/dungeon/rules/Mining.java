package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.ContentKind;
import dungeon.schemas.Event;
import dungeon.schemas.FailureReason;
import dungeon.schemas.MineDepleted;
import dungeon.schemas.MiningStarted;
import dungeon.schemas.ResourcesMined;
import dungeon.schemas.Rules;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.MiningProcess;
import dungeon.schemas.state.Robot;
import java.util.List;

/** Mining processes: started by a robot at any mine, judged when they complete. */
final class Mining {
    private Mining() {}

    static void run(Decision decision, Robot robot, Action action, int energy, int queuedAfter) {
        Draft world = decision.world();
        Tile at = action.getMine() != null ? action.getMine() : new Tile(robot.getX(), robot.getY());
        MapTile tile = Tiles.at(world, at);
        if (tile == null || tile.getContent() != ContentKind.MINE) {
            Actions.fail(decision, robot, action, FailureReason.NO_MINE, energy, queuedAfter);
        } else if (robot.getMining() != null) {
            Actions.fail(decision, robot, action, FailureReason.MINING_IN_PROGRESS, energy, queuedAfter);
        } else {
            decision.emit(new MiningStarted(
                    robot.getRobotId(),
                    at,
                    world.mine(at.getX(), at.getY()).getResource(),
                    decision.time().plusMillis(world.game().getRules().getMiningProcessMs()),
                    Actions.conditionAfter(decision, robot, action, energy, queuedAfter)));
        }
    }

    /** Completes the process that a robot has started, when its timer is due. */
    static List<Event> complete(Draft world, String robotId, long timeMs) {
        Robot robot = world.robot(robotId);
        MiningProcess process = robot.getMining();
        Decision decision = new Decision(world, timeMs, process.getCommandId(), robot.getPlayerId());
        Rules rules = world.game().getRules();
        int available = unitsLeft(world, process);
        int taken =
                Math.min(available, rules.getMiningUnits().get(robot.getLevels().getMining()));
        int collected = isThere(robot, process.getMine())
                ? Math.min(taken, Cargo.roomFor(rules, robot, process.getResource()))
                : 0;
        decision.emit(new ResourcesMined(
                robotId,
                process.getMine(),
                process.getResource(),
                collected,
                taken - collected,
                available - taken,
                Cargo.plus(robot.getCargo(), process.getResource(), collected),
                score(world, robot, process, collected)));
        if (taken > 0 && taken == available) {
            decision.emit(new MineDepleted(process.getMine(), process.getResource()));
        }
        Eliminations.check(decision, robot.getPlayerId());
        return decision.events();
    }

    /** A mine that has closed since gives nothing, even if another one has appeared in its place. */
    private static int unitsLeft(World world, MiningProcess process) {
        Mine mine = world.mine(process.getMine().getX(), process.getMine().getY());
        return mine.getPlacedBy() < process.getStartedBy() ? mine.getRemainingUnits() : 0;
    }

    private static boolean isThere(Robot robot, Tile mine) {
        return !robot.getDestroyed() && robot.getX() == mine.getX() && robot.getY() == mine.getY();
    }

    private static Score score(World world, Robot robot, MiningProcess process, int collected) {
        Account account = world.account(robot.getPlayerId());
        long points = world.game().getRules().getMiningPoints().get(Cargo.index(process.getResource()));
        return Points.changed(account, ScoreCategory.MINING, points * collected);
    }
}
