package dungeon.rules;

import dungeon.schemas.Condition;
import dungeon.schemas.Tile;
import java.time.Instant;

/** Makes conditions from health in 1/100,000 and energy in 1/5,000. */
final class Conditions {
    private Conditions() {}

    static Condition of(Tile position, long health, long energy, Instant asOf, Instant readyAt, int queued) {
        return new Condition(
                position,
                (int) (health / Vitals.HEALTH_UNIT),
                (int) (health % Vitals.HEALTH_UNIT),
                (int) (energy / Vitals.ENERGY_UNIT),
                (int) (energy % Vitals.ENERGY_UNIT),
                asOf,
                readyAt,
                queued);
    }
}
