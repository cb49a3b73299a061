package dungeon.verification.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Set;

/** What comes in the place of an answer, in few words. */
public final class FailedQuery {
    /** Nobody listens: the instance is being replaced. */
    public static final String REFUSED = "connection refused";

    /** What a client is told to ask again for. */
    public static final Set<String> NAMED = Set.of("503 NOT_AVAILABLE", "503 NOT_YET");

    private static final String NO_CODE = "without a code";
    private static final int COME_AGAIN = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private FailedQuery() {}

    /** The status and the code, or what happened to the connection; a 503 that does not say when to come again says so. */
    static String name(HttpResponse<String> response, Throwable problem) {
        if (response == null) {
            return isRefused(problem) ? REFUSED : root(problem).toString();
        }
        String name = "%d %s".formatted(response.statusCode(), code(response.body()));
        boolean lacksTime = response.statusCode() == COME_AGAIN
                && response.headers().firstValue("Retry-After").isEmpty();
        return lacksTime ? name + " without Retry-After" : name;
    }

    private static String code(String body) {
        try {
            String code = JSON.readTree(body).path("code").asText();
            return code.isEmpty() ? NO_CODE : code;
        } catch (JsonProcessingException e) {
            return NO_CODE;
        }
    }

    private static boolean isRefused(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            // Which has one of these for its cause as well.
            if (cause instanceof HttpTimeoutException) {
                return false;
            }
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
