package dungeon.verification.siege.attacks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back over HTTP.
 *
 * @param status {@link #NONE} if no answer came
 * @param head the status line and the headers; if there is no answer, why
 * @param body its beginning
 * @param bytes how long all of it was
 */
public record Answer(int status, String head, String body, long bytes) {
    /** The status of an answer that did not come. */
    public static final int NONE = 0;

    private static final int UNAVAILABLE = 503;
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern RETRY_AFTER = Pattern.compile("(?im)^retry-after:");

    static Answer none(String why) {
        return new Answer(NONE, why, "", 0);
    }

    /** Whether it is one that no sender may cause: 5xx, but for 503 that says when to come again. */
    boolean isServerError() {
        return status >= 500 && !(status == UNAVAILABLE && hasRetryAfter());
    }

    boolean hasRetryAfter() {
        return RETRY_AFTER.matcher(head).find();
    }

    /** Status and code, such as {@code 422 INVALID_MAP}. */
    String name() {
        if (status == NONE) {
            return head;
        }
        Matcher code = CODE.matcher(body);
        String unsaid = status == UNAVAILABLE && !hasRetryAfter() ? " without Retry-After" : "";
        return status + (status >= 400 && code.find() ? " " + code.group(1) : "") + unsaid;
    }

    /** A text field of the body; empty if it has none of the name. */
    public String text(String field) {
        Matcher found =
                Pattern.compile("\"%s\"\\s*:\\s*\"([^\"]*)\"".formatted(field)).matcher(body);
        return found.find() ? found.group(1) : "";
    }
}
