package dungeon.verification.fuzz.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server has answered.
 *
 * @param head the line of its status, and its headers
 * @param body its beginning
 */
record Answer(int status, String head, String body) {
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Pattern COMMAND_ID = Pattern.compile("\"commandId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern COMMAND_IDS = Pattern.compile("\"commandIds\"\\s*:\\s*\\[([^\\]]*)]");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

    /** Of a body so much is told. */
    private static final int TOLD_LENGTH = 300;

    /** There is too much to do, and the answer says of what. */
    private static final Set<String> OVERLOAD =
            Set.of("BUSY", "NOT_AVAILABLE", "NOT_YET", "TOO_MANY_STREAMS", "OUTCOME_PENDING");

    /** The first characters of its body. */
    String beginning() {
        return body.substring(0, Math.min(body.length(), TOLD_LENGTH));
    }

    /** Whether it is one that no sender may cause. */
    boolean isServerFault() {
        return status >= 500 && !isOverload();
    }

    /** Whether there is too much to do, and the answer says of what; to HEAD, when to come again. */
    boolean isOverload() {
        boolean isNamed = OVERLOAD.contains(code())
                || (body.isEmpty() && head.toLowerCase(Locale.ROOT).contains("\nretry-after:"));
        return (status == 503 || status == 504) && isNamed;
    }

    /** Whether a sender's text has become a header of the answer. */
    boolean isSplit() {
        return head.toLowerCase(Locale.ROOT).contains("\nset-cookie: a=b");
    }

    /** Status and code, such as {@code 422 MALFORMED}. */
    String name() {
        return status >= 400 ? (status + " " + code()).strip() : String.valueOf(status);
    }

    /** The commands that were taken by it. */
    List<String> taken() {
        List<String> taken = new ArrayList<>();
        if (status / 100 == 2) {
            COMMAND_ID.matcher(body).results().forEach(found -> taken.add(found.group(1)));
            COMMAND_IDS
                    .matcher(body)
                    .results()
                    .forEach(ids -> TEXT.matcher(ids.group(1)).results().forEach(found -> taken.add(found.group(1))));
        }
        return taken;
    }

    private String code() {
        Matcher code = CODE.matcher(body);
        return code.find() ? code.group(1) : "";
    }
}
