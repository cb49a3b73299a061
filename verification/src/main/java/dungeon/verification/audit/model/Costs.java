package dungeon.verification.audit.model;

import dungeon.schemas.Action;
import dungeon.schemas.ActionType;
import dungeon.schemas.Rules;
import dungeon.schemas.Upgrade;
import dungeon.verification.audit.finding.Broken;

/** What an action takes, by the robot's levels and place. */
public final class Costs {
    private final Rules rules;
    private final Grid grid;

    public Costs(Rules rules, Grid grid) {
        this.rules = rules;
        this.grid = grid;
    }

    public int energy(Robot robot, Action action) {
        return switch (action.getType()) {
            case MoveRobot -> moveEnergy(grid.neighbour(robot.tile, action.getDirection()));
            case AttackRobot -> rules.getAttackEnergy().get(robot.level(Upgrade.DAMAGE));
            case StartMining -> rules.getMiningEnergy().get(robot.level(Upgrade.MINING));
            case SellResources -> rules.getSellEnergy();
            case UNKNOWN -> throw new Broken("action", "a known one", action);
        };
    }

    private int moveEnergy(int target) {
        if (target == Grid.OVER_THE_EDGE || grid.isVoid(target)) {
            return 0;
        }
        return rules.getMoveEnergy().get(Index.of(grid.gravity[target]));
    }

    /** The pause: a share of the base by COOLDOWN level, but no upgrade makes it shorter than the minimum. */
    public long cooldownMs(Robot robot, ActionType type) {
        int baseMs = switch (type) {
            case MoveRobot -> rules.getMoveCooldownMs();
            case AttackRobot -> rules.getAttackCooldownMs();
            case StartMining -> rules.getMiningCooldownMs();
            case SellResources -> rules.getSellCooldownMs();
            case UNKNOWN -> throw new Broken("action", "a known one", type);
        };
        long shareMs = (long) baseMs * rules.getCooldownPercent().get(robot.level(Upgrade.COOLDOWN)) / 100;
        return Math.max(shareMs, Math.min(baseMs, rules.getMinimumCooldownMs()));
    }
}
