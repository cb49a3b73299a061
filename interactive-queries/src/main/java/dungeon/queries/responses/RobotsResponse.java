package dungeon.queries.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The robots of a game. */
public record RobotsResponse(
        @Schema(description = "The robots, in the order of their ids")
        List<RobotResponse> robots) {}
