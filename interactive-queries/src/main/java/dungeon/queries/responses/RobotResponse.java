package dungeon.queries.responses;

import dungeon.robots.state.Units;
import dungeon.schemas.Condition;
import dungeon.schemas.Levels;
import dungeon.schemas.ResourceUnits;
import dungeon.schemas.Tile;
import dungeon.schemas.state.Game;
import dungeon.schemas.state.QueuedAction;
import dungeon.schemas.state.Robot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A robot; destroyed ones stay. Its condition has the form that it has in events. */
public record RobotResponse(
        @Schema(description = "The robot; UUID") String robotId,
        @Schema(description = "Its owner; UUID") String playerId,

        @Schema(description = "For people, unique in the game")
        String name,

        @Schema(description = "Whether it is no more") boolean destroyed,

        @Schema(description = "Its condition after its last event")
        Condition condition,

        @Schema(
                description =
                        "Its health and energy now, if nothing has happened to it since; left out for a destroyed robot")
        VitalsResponse now,

        @Schema(description = "The levels of its upgrades") Levels levels,

        @Schema(description = "Damage gained by destroying others")
        int damageBonus,

        @Schema(description = "What it carries") List<ResourceUnits> cargo,

        @Schema(description = "Actions that wait, the next one first")
        List<QueuedAction> queue,

        @Schema(description = "The mining process that it has started, while it runs; left out for none")
        MiningResponse mining) {

    /**
     * A robot as it is at a moment.
     *
     * @param game the robot's
     */
    public static RobotResponse of(Robot robot, Game game, Instant now) {
        return new RobotResponse(
                robot.getRobotId(),
                robot.getPlayerId(),
                robot.getName(),
                robot.getDestroyed(),
                condition(robot),
                robot.getDestroyed() ? null : VitalsResponse.of(robot, game, now),
                robot.getLevels(),
                robot.getDamageBonus(),
                robot.getCargo(),
                robot.getQueue(),
                MiningResponse.of(robot.getMining()));
    }

    private static Condition condition(Robot robot) {
        return new Condition(
                new Tile(robot.getX(), robot.getY()),
                (int) (robot.getHealth() / Units.HEALTH),
                (int) (robot.getHealth() % Units.HEALTH),
                (int) (robot.getEnergy() / Units.ENERGY),
                (int) (robot.getEnergy() % Units.ENERGY),
                Instant.ofEpochMilli(robot.getAsOfMs()),
                Instant.ofEpochMilli(robot.getReadyAtMs()),
                robot.getQueue().size(),
                robot.getRunsAtMs() == null ? null : Instant.ofEpochMilli(robot.getRunsAtMs()));
    }
}
