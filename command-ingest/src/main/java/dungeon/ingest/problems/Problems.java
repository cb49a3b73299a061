package dungeon.ingest.problems;

import dungeon.schemas.json.JsonFault;
import dungeon.schemas.json.JsonFaultsException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problems that more than one place runs into. */
public final class Problems {
    /** No broker answers, so nothing was written. */
    public static final String BROKER_UNAVAILABLE = "BROKER_UNAVAILABLE";

    private static final String RETRY_AFTER_SECONDS = "1";

    private Problems() {}

    /** The JSON says something that cannot be understood; all faults at once. */
    public static Problem malformed(List<JsonFault> faults) {
        return faulty("MALFORMED", faults);
    }

    /** The JSON says something that cannot be understood; all faults at once. */
    public static Problem malformed(JsonFaultsException e) {
        return malformed(e.faults());
    }

    /** The JSON has a single fault. */
    public static Problem malformed(String pointer, String problem) {
        return malformed(List.of(new JsonFault(pointer, problem)));
    }

    /** Several places of a document are at fault, under a code of its own. */
    public static Problem faulty(String code, List<JsonFault> faults) {
        JsonFault first = faults.get(0);
        String place = first.pointer().isEmpty() ? "The body" : first.pointer();
        String others = faults.size() == 1 ? "" : " (and %d more, see faults)".formatted(faults.size() - 1);
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, place + " " + first.problem() + others)
                .withFaults(faults);
    }

    /** Nothing was done, because something that is needed is away; it can be tried again. */
    public static Problem unavailable(String code, String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /** There is no token, or it is not a valid one. */
    public static Problem unauthenticated(String detail) {
        return new Problem(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    /** The token is valid, and not good for this. */
    public static Problem forbidden(String code, String detail) {
        return new Problem(HttpStatus.FORBIDDEN, code, detail);
    }
}
