package dungeon.history.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A page of a game's robots. */
public record Robots(
        @Schema(description = "The robots, in the order of their ids")
        List<Life> robots,

        @Schema(description = "What the next page has as `after`; left out if there is none")
        String next) {

    /** A robot from its purchase to its end. */
    public record Life(
            @Schema(description = "The robot; UUID") String robotId,
            @Schema(description = "Its name") String name,
            @Schema(description = "Whose it was; UUID") String playerId,
            @Schema(description = "When it came") Instant spawnedAt,

            @Schema(description = "When it was destroyed; left out if it lived to the end")
            Instant destroyedAt) {}
}
