package dungeon.ingest.problems;

import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonFault;
import dungeon.schemas.json.JsonFaultsException;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** The problems that more than one place runs into. */
public final class Problems {
    private static final String RETRY_AFTER_SECONDS = "1";

    private Problems() {}

    /** The JSON says something that cannot be understood; all faults at once. */
    public static Problem malformed(List<JsonFault> faults) {
        return malformed(faults, faults.size());
    }

    /** As above, of a document with so many faults that not all are known. */
    public static Problem malformed(List<JsonFault> faults, int count) {
        return new Problem(ProblemCode.MALFORMED_BODY, summary(faults, count)).withFaults(faults, count);
    }

    /** The JSON says something that cannot be understood; all faults at once. */
    public static Problem malformed(JsonFaultsException e) {
        return malformed(e.faults(), e.count());
    }

    /** The JSON has a single fault. */
    public static Problem malformed(String pointer, String problem) {
        return malformed(List.of(new JsonFault(pointer, problem)));
    }

    /** Several places of a document are at fault, as a command with it would be rejected. */
    public static Problem rejected(RejectionCode code, JsonFaultsException e) {
        return new Problem(Rejections.status(code), code.name(), summary(e.faults(), e.count()))
                .withFaults(e.faults(), e.count());
    }

    private static String summary(List<JsonFault> faults, int count) {
        JsonFault first = faults.get(0);
        String place = first.pointer().isEmpty() ? "The body" : first.pointer();
        String others = count == 1 ? "" : " (and %d more, see faults)".formatted(count - 1);
        return place + " " + first.problem() + others;
    }

    /** Nothing was done, because something that is needed is away; it can be tried again. */
    public static Problem unavailable(ProblemCode code, String detail) {
        return new Problem(code, detail).withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /** There is no token, or it is not a valid one. */
    public static Problem unauthenticated(String detail) {
        return new Problem(ProblemCode.UNAUTHENTICATED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
