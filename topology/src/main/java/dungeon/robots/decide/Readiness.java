package dungeon.robots.decide;

import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Tiles;
import dungeon.schemas.Action;
import dungeon.schemas.Levels;
import dungeon.schemas.Rules;
import dungeon.schemas.Tile;
import dungeon.schemas.state.MapTile;

/**
 * A robot as far as it decides when its next action runs.
 *
 * @param energy at {@code asOfMs}, in 1/5,000
 * @param asOfMs the moment for which the energy is given, in ms since 1970
 * @param readyAtMs when the cooldown is over, in ms since 1970
 */
record Readiness(Levels levels, Tile position, long energy, long asOfMs, long readyAtMs) {

    /** When the robot can run an action, in ms since 1970. */
    long runsAtMs(RobotsState state, Action action) {
        Rules rules = state.game().getRules();
        MapTile target = ActionCosts.target(state, position.getX(), position.getY(), action);
        boolean atStation = Tiles.isStation(state.tile(position.getX(), position.getY()));
        return runsAtMs(rules, atStation, ActionCosts.energy(rules, levels, action, target));
    }

    /**
     * When the robot can run an action with no earlier ones waiting, in ms since 1970: as soon as its cooldown is over and its
     * energy suffices. An action that needs more than the robot's capacity does not wait for energy: it will fail. Whatever an
     * upgrade makes possible or impossible, it is never before the moment for which the energy is known.
     *
     * @param needed the energy that the action takes
     */
    long runsAtMs(Rules rules, boolean atStation, int needed) {
        long untilEnergyMs = needed > Vitals.energyCapacity(rules, levels)
                ? 0
                : Vitals.msUntilEnergy(rules, levels, atStation, energy, needed);
        return Math.max(readyAtMs, asOfMs + untilEnergyMs);
    }
}
