package dungeon.robots.decide;

import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Tiles;
import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.Levels;
import dungeon.schemas.Rules;
import dungeon.schemas.Structure;
import dungeon.schemas.state.MapTile;

/** What an action takes from a robot. */
final class ActionCosts {
    private ActionCosts() {}

    /** The tile that a move from a place leads to; null over the edge, and for all other actions. */
    static MapTile target(RobotsState state, int x, int y, Action action) {
        return action.getType() == ActionType.MoveRobot
                ? state.tile(Directions.neighbour(x, y, action.getDirection()))
                : null;
    }

    /**
     * The energy that an action takes; a move that goes nowhere takes none.
     *
     * @param target where a move leads to
     */
    static int energy(Rules rules, Levels levels, Action action, MapTile target) {
        return switch (action.getType()) {
            case MoveRobot -> isStarSystem(target) ? rules.getMoveEnergy().get(Tiles.gravityIndex(target)) : 0;
            case AttackRobot -> rules.getAttackEnergy().get(levels.getDamage());
            case StartMining -> rules.getMiningEnergy().get(levels.getMining());
            case SellResources -> rules.getSellEnergy();
            case UNKNOWN -> throw unknownAction();
        };
    }

    /** The pause after an action, in ms. The lower bound limits what upgrades can do, not what the game's rules say. */
    static long cooldownMs(Rules rules, Levels levels, ActionType action) {
        int base = switch (action) {
            case MoveRobot -> rules.getMoveCooldownMs();
            case AttackRobot -> rules.getAttackCooldownMs();
            case StartMining -> rules.getMiningCooldownMs();
            case SellResources -> rules.getSellCooldownMs();
            case UNKNOWN -> throw unknownAction();
        };
        int percent = rules.getCooldownPercent().get(levels.getCooldown());
        return Math.max(Math.min(base, rules.getMinimumCooldownMs()), (long) base * percent / 100);
    }

    static boolean isStarSystem(MapTile tile) {
        return tile != null && tile.getStructure() == Structure.STAR_SYSTEM;
    }

    private static IllegalStateException unknownAction() {
        return new IllegalStateException("A command with an unknown action is refused earlier");
    }
}
