package dungeon.queries.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How this instance is. */
public record HealthAnswer(
        @Schema(description = "UP or DOWN") String status,

        @Schema(description = "Why it is down, in sentences")
        List<String> reasons) {

    public static HealthAnswer of(List<String> reasons) {
        return new HealthAnswer(reasons.isEmpty() ? "UP" : "DOWN", reasons);
    }
}
