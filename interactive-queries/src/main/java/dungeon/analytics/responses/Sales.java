package dungeon.analytics.responses;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What was sold, by resource and minute. */
public record Sales(
        @Schema(description = "The minutes in which something was sold, the latest first")
        List<OfMinute> minutes,

        @Schema(description = "Instances that did not answer; their figures are missing")
        List<String> missing) {

    /** What was sold of a resource in a minute. */
    public record OfMinute(
            @Schema(description = "The resource") String resource,

            @Schema(description = "The first moment of the minute")
            Instant from,

            @Schema(description = "The first moment behind it")
            Instant to,

            @Schema(description = "How often it was sold") long sales,
            @Schema(description = "Units in all") long units,
            @Schema(description = "Credits for them") long revenue,

            @Schema(description = "The lowest price of a unit, rounded down")
            long minPrice,

            @Schema(description = "The highest price of a unit, rounded down")
            long maxPrice) {}
}
