package dungeon.robots.decide;

import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.schemas.ContentKind;
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

/** Mining processes: started by a robot at any mine, judged when they complete. */
final class Mining {
    private Mining() {}

    static void run(Attempt attempt) {
        Tile at = attempt.action().getMine() != null ? attempt.action().getMine() : attempt.position();
        MapTile tile = attempt.state().tile(at);
        if (tile == null || tile.getContent() != ContentKind.MINE) {
            attempt.fail(FailureReason.NO_MINE);
        } else if (attempt.robot().getMining() != null) {
            attempt.fail(FailureReason.MINING_IN_PROGRESS);
        } else {
            attempt.decision()
                    .emit(new MiningStarted(
                            attempt.robot().getRobotId(),
                            at,
                            attempt.state().mine(at).getResource(),
                            attempt.decision().time().plusMillis(attempt.rules().getMiningProcessMs()),
                            attempt.conditionAfter()));
        }
    }

    /** Completes the process that a robot has started, when its timer is due. */
    static void complete(Decision<RobotsState> decision, String robotId) {
        RobotsState state = decision.state();
        Robot robot = state.robot(robotId);
        MiningProcess process = robot.getMining();
        decision.onBehalfOf(process.getCommandId(), robot.getPlayerId());
        Rules rules = state.game().getRules();
        int available = unitsLeft(state, process);
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
                score(state, robot, process, collected),
                Discoveries.depositsAfter(decision, process.getMine(), process.getResource(), taken)));
        if (taken > 0 && taken == available) {
            decision.emit(new MineDepleted(process.getMine(), process.getResource()));
        }
        Eliminations.check(decision, robot.getPlayerId());
    }

    /** A mine that has closed since gives nothing, even if another one has appeared in its place. */
    private static int unitsLeft(RobotsState state, MiningProcess process) {
        Mine mine = state.mine(process.getMine());
        return mine.getPlacedBy() < process.getStartedBy() ? mine.getRemainingUnits() : 0;
    }

    private static boolean isThere(Robot robot, Tile mine) {
        return !robot.getDestroyed() && robot.getX() == mine.getX() && robot.getY() == mine.getY();
    }

    private static Score score(RobotsState state, Robot robot, MiningProcess process, int collected) {
        Account account = state.account(robot.getPlayerId());
        long points = state.game().getRules().getMiningPoints().get(Cargo.index(process.getResource()));
        return Points.changed(account, ScoreCategory.MINING, points * collected);
    }
}
