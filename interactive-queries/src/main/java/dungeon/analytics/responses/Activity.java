package dungeon.analytics.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** When a player was active in the last days. */
public record Activity(
        @Schema(description = "The player; UUID") String playerId,

        @Schema(description = "Times without a pause of five minutes, the latest first")
        List<Session> sessions,

        @Schema(description = "Instances that did not answer; their figures are missing")
        List<String> missing) {

    /** A time in which orders came. */
    public record Session(
            @Schema(description = "The first event") Instant from,
            @Schema(description = "The last event") Instant to,

            @Schema(description = "Events that orders of the player led to")
            long events,

            @Schema(description = "How many of them tell that an order was in vain")
            long inVain) {}
}
