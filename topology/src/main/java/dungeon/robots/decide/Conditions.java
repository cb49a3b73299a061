package dungeon.robots.decide;

import dungeon.robots.state.RobotsState;
import dungeon.robots.state.Units;
import dungeon.schemas.Condition;
import dungeon.schemas.Levels;
import dungeon.schemas.Tile;
import dungeon.schemas.state.QueuedAction;
import java.time.Instant;
import java.util.List;

/** Makes conditions from health in 1/100,000 and energy in 1/5,000. */
final class Conditions {
    private Conditions() {}

    /**
     * A robot's condition.
     *
     * @param waiting the actions that wait, the next one first
     */
    static Condition of(
            RobotsState state,
            Levels levels,
            Tile position,
            long health,
            long energy,
            Instant asOf,
            Instant readyAt,
            List<QueuedAction> waiting) {
        Instant runsAt = waiting.isEmpty()
                ? null
                : Instant.ofEpochMilli(
                        new Readiness(levels, position, energy, asOf.toEpochMilli(), readyAt.toEpochMilli())
                                .runsAtMs(state, waiting.get(0).getAction()));
        return new Condition(
                position,
                (int) (health / Units.HEALTH),
                (int) (health % Units.HEALTH),
                (int) (energy / Units.ENERGY),
                (int) (energy % Units.ENERGY),
                asOf,
                readyAt,
                waiting.size(),
                runsAt);
    }
}
