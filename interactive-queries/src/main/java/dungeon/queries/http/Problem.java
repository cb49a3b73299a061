package dungeon.queries.http;

import io.javalin.http.HttpStatus;
import io.swagger.v3.oas.annotations.media.Schema;

/** Why a request was not answered, as {@code application/problem+json}. */
public record Problem(
        @Schema(description = "Always about:blank; see `code`")
        String type,

        @Schema(description = "The status in words") String title,
        @Schema(description = "The HTTP status") int status,
        @Schema(description = "What is wrong, for people") String detail,

        @Schema(description = "What is wrong, for programs; stable")
        String code) {

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, String detail, ProblemCode code) {
        return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, code.name());
    }
}
