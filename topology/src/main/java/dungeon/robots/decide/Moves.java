package dungeon.robots.decide;

import dungeon.platform.core.Chance;
import dungeon.platform.core.Decision;
import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Tiles;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.FailureReason;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;
import java.util.List;

/** Moves from one star system to the next. */
final class Moves {
    private static final int PER_THOUSAND = 1000;

    private Moves() {}

    static void run(Attempt attempt) {
        MapTile target = attempt.target();
        if (target == null) {
            attempt.failForFree(FailureReason.EDGE);
        } else if (!ActionCosts.isStarSystem(target)) {
            attempt.failForFree(FailureReason.VOID);
        } else if (Tiles.isBlackHole(target)) {
            enterBlackHole(attempt, target);
        } else {
            move(attempt, target, null);
        }
    }

    /** Entering a black hole takes one draw of chance. */
    private static void enterBlackHole(Attempt attempt, MapTile target) {
        RobotsState state = attempt.state();
        long draw = state.counters().getDraws();
        boolean destroyed = new Chance(state.secret().getSeed(), draw).below(PER_THOUSAND)
                < state.game().getBlackHoleDestruction();
        move(attempt, target, draw + 1);
        if (destroyed) {
            destroy(attempt.decision(), attempt.robot());
        }
    }

    private static void move(Attempt attempt, MapTile target, Long nextDraw) {
        attempt.decision()
                .emit(new RobotMoved(
                        attempt.robot().getRobotId(),
                        attempt.position(),
                        attempt.conditionAt(new Tile(target.getX(), target.getY())),
                        score(attempt, target),
                        nextDraw));
    }

    private static void destroy(Decision<RobotsState> decision, Robot robot) {
        decision.emit(new RobotDestroyed(
                robot.getRobotId(),
                DestructionCause.BLACK_HOLE,
                null,
                0L,
                null,
                null,
                List.of(),
                robot.getCargo(),
                null,
                null,
                null));
        Eliminations.check(decision, robot.getPlayerId());
    }

    private static Score score(Attempt attempt, MapTile target) {
        Account account = attempt.state().account(attempt.robot().getPlayerId());
        if (Tiles.isVisited(target, account.getNumber())) {
            return null;
        }
        int gained = attempt.rules().getTravellingPoints().get(Tiles.gravityIndex(target));
        return Points.changed(account, ScoreCategory.TRAVELLING, gained);
    }
}
