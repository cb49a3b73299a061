package dungeon.platform.queries.http;

import dungeon.platform.problem.ProblemCode;
import io.javalin.http.HttpStatus;

/**
 * Why a request was not answered, as {@code application/problem+json}.
 *
 * @param type always about:blank
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong, for people
 * @param code what is wrong, for programs; stable
 */
public record Problem(String type, String title, int status, String detail, String code) {

    public static final String CONTENT_TYPE = "application/problem+json";

    public static Problem of(int status, String detail, ProblemCode code) {
        return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, code.code());
    }
}
