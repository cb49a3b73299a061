package dungeon.platform.queries.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How this instance is. */
public record HealthResponse(
        @Schema(description = "UP or DOWN") String status,

        @Schema(description = "Why it is down, in sentences")
        List<String> reasons) {

    public static HealthResponse of(List<String> reasons) {
        return new HealthResponse(reasons.isEmpty() ? "UP" : "DOWN", reasons);
    }
}
