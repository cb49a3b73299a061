package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.DestructionCause;
import dungeon.schemas.FailureReason;
import dungeon.schemas.RobotDestroyed;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.Score;
import dungeon.schemas.ScoreCategory;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Account;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;
import java.util.List;

/** Moves from one star system to the next. */
final class Moves {
    private static final int PER_THOUSAND = 1000;

    private Moves() {}

    static void run(Decision decision, Robot robot, Action action, int energy, int queuedAfter) {
        Draft world = decision.world();
        Tile target = Directions.neighbour(robot.getX(), robot.getY(), action.getDirection());
        MapTile tile = Tiles.at(world, target);
        if (tile == null) {
            Actions.fail(decision, robot, action, FailureReason.EDGE, 0, queuedAfter);
            return;
        }
        if (tile.getStructure() != Structure.STAR_SYSTEM) {
            Actions.fail(decision, robot, action, FailureReason.VOID, 0, queuedAfter);
            return;
        }
        boolean destroyed = Tiles.isBlackHole(tile) && isSwallowed(world);
        decision.emit(new RobotMoved(
                robot.getRobotId(),
                new Tile(robot.getX(), robot.getY()),
                Actions.conditionAfter(decision, robot, action, target, energy, queuedAfter),
                travellingScore(world, robot, tile)));
        if (destroyed) {
            decision.emit(new RobotDestroyed(
                    robot.getRobotId(),
                    DestructionCause.BLACK_HOLE,
                    null,
                    0L,
                    null,
                    null,
                    List.of(),
                    robot.getCargo(),
                    null));
            Eliminations.check(decision, robot.getPlayerId());
        }
    }

    private static boolean isSwallowed(World world) {
        Game game = world.game();
        Chance chance = new Chance(world.secret().getSeed(), world.progress().getDraws());
        return chance.below(PER_THOUSAND) < game.getBlackHoleDestruction();
    }

    private static Score travellingScore(World world, Robot robot, MapTile tile) {
        Account account = world.account(robot.getPlayerId());
        if (Tiles.isVisited(tile, account.getNumber())) {
            return null;
        }
        int gained = world.game().getRules().getTravellingPoints().get(Tiles.gravityIndex(tile));
        return Points.changed(account, ScoreCategory.TRAVELLING, gained);
    }
}
