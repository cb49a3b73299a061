package dungeon.platform.queries.http;

import io.javalin.http.Context;
import java.util.Map;

/**
 * A complete answer, made here or by another instance.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param headers headers of our own, and Retry-After
 * @param body the body
 */
// Nobody compares replies.
@SuppressWarnings("ArrayRecordComponent")
public record Reply(int status, String contentType, Map<String, String> headers, byte[] body) {

    public void writeTo(Context ctx) {
        headers.forEach(ctx::header);
        ctx.status(status).contentType(contentType).result(body);
    }
}
