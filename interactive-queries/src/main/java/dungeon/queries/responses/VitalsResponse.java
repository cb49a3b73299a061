package dungeon.queries.responses;

import dungeon.robots.decide.Vitals;
import dungeon.robots.state.Units;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.Robot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A robot's health and energy at a moment, as the rules would find them if nothing happened to it until then. */
public record VitalsResponse(
        @Schema(description = "The moment") Instant asOf,

        @Schema(description = "Whole health points") int health,

        @Schema(description = "The rest of the health, in 1/100,000 of a point")
        int healthFraction,

        @Schema(description = "Whole energies") int energy,

        @Schema(description = "The rest of the energy, in 1/5,000")
        int energyFraction) {

    /** Those of a robot now; in a game that is over, at its end. */
    static VitalsResponse of(Robot robot, Game game, Instant now) {
        long endMs = game.getEndedAtMs() == null ? Long.MAX_VALUE : game.getEndedAtMs();
        // The clocks of the brokers, which gave the event its time, can be ahead.
        long timeMs = Math.max(robot.getAsOfMs(), Math.min(now.toEpochMilli(), endMs));
        boolean atStation = game.getStations().contains(new Tile(robot.getX(), robot.getY()));
        long health = Vitals.healthAt(robot, game.getRules(), atStation, timeMs);
        long energy = Vitals.energyAt(robot, game.getRules(), atStation, timeMs);
        return new VitalsResponse(
                Instant.ofEpochMilli(timeMs),
                (int) (health / Units.HEALTH),
                (int) (health % Units.HEALTH),
                (int) (energy / Units.ENERGY),
                (int) (energy % Units.ENERGY));
    }
}
