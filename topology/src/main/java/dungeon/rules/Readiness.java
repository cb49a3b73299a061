package dungeon.rules;

import dungeon.schemas.Action;
import dungeon.schemas.Rules;
import dungeon.schemas.Structure;
import dungeon.schemas.Tile;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Robot;

/** What an action of a robot costs, and when the robot is ready for it. */
final class Readiness {
    private Readiness() {}

    /** The energy that an action takes from a robot where it is now; a move that goes nowhere takes none. */
    static int energyOf(World world, Robot robot, Action action) {
        Rules rules = world.game().getRules();
        return switch (action.getType()) {
            case MoveRobot -> moveEnergy(world, robot, action, rules);
            case AttackRobot -> rules.getAttackEnergy().get(robot.getLevels().getDamage());
            case StartMining -> rules.getMiningEnergy().get(robot.getLevels().getMining());
            case SellResources -> rules.getSellEnergy();
            case UNKNOWN -> throw unknownAction();
        };
    }

    /** The pause after an action, in ms. The lower bound limits what upgrades can do, not what the game's rules say. */
    static long cooldownMs(Rules rules, Robot robot, Action action) {
        int base = switch (action.getType()) {
            case MoveRobot -> rules.getMoveCooldownMs();
            case AttackRobot -> rules.getAttackCooldownMs();
            case StartMining -> rules.getMiningCooldownMs();
            case SellResources -> rules.getSellCooldownMs();
            case UNKNOWN -> throw unknownAction();
        };
        int percent = rules.getCooldownPercent().get(robot.getLevels().getCooldown());
        return Math.max(Math.min(base, rules.getMinimumCooldownMs()), (long) base * percent / 100);
    }

    /**
     * When a robot with no earlier actions waiting can run an action, in ms since 1970: as soon as its cooldown is over
     * and its energy suffices. An action that needs more than the robot's capacity does not wait for energy: it will fail.
     * Whatever an upgrade makes possible or impossible, it is never before the moment for which the robot's energy is known.
     */
    static long runsAtMs(World world, Robot robot, Action action) {
        Rules rules = world.game().getRules();
        int energy = energyOf(world, robot, action);
        boolean atStation = Tiles.isStation(world.tile(robot.getX(), robot.getY()));
        long energyAtMs = energy > Vitals.energyCapacity(rules, robot.getLevels())
                ? robot.getAsOfMs()
                : Vitals.energyReachedAtMs(robot, rules, atStation, energy);
        return Math.max(robot.getReadyAtMs(), energyAtMs);
    }

    private static int moveEnergy(World world, Robot robot, Action action, Rules rules) {
        Tile target = Directions.neighbour(robot.getX(), robot.getY(), action.getDirection());
        MapTile tile = Tiles.at(world, target);
        if (tile == null || tile.getStructure() != Structure.STAR_SYSTEM) {
            return 0;
        }
        return rules.getMoveEnergy().get(Tiles.gravityIndex(tile));
    }

    private static IllegalStateException unknownAction() {
        return new IllegalStateException("A command with an unknown action is refused earlier");
    }
}
