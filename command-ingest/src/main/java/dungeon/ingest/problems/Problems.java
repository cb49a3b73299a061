package dungeon.ingest.problems;

import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonFault;
import dungeon.schemas.json.JsonFaults;
import dungeon.schemas.json.JsonFaultsException;
import org.springframework.http.HttpHeaders;

/** The problems that more than one place runs into. */
public final class Problems {
    private static final String RETRY_AFTER_SECONDS = "1";
    private static final String NEW_GAMES_RETRY_AFTER_SECONDS = "300";

    private Problems() {}

    /** The JSON says something that cannot be understood; all faults at once. */
    public static Problem malformed(JsonFaults faults) {
        return new Problem(ProblemCode.MALFORMED_BODY, summary(faults)).withFaults(faults);
    }

    /** The JSON has a single fault. */
    public static Problem malformed(String pointer, String problem) {
        JsonFaults faults = new JsonFaults();
        faults.add(pointer, problem);
        return malformed(faults);
    }

    /** Several places of a document are at fault, as a command with it would be rejected. */
    public static Problem rejected(RejectionCode code, JsonFaultsException e) {
        JsonFaults faults = new JsonFaults();
        faults.addAll("", e);
        return new Problem(Rejections.status(code), code.name(), summary(faults)).withFaults(faults);
    }

    private static String summary(JsonFaults faults) {
        JsonFault first = faults.named().get(0);
        String place = first.pointer().isEmpty() ? "The body" : first.pointer();
        String others = faults.count() == 1 ? "" : " (and %d more, see faults)".formatted(faults.count() - 1);
        return place + " " + first.problem() + others;
    }

    /** Nothing was done, because something that is needed is away; it can be tried again. */
    public static Problem unavailable(ProblemCode code, String detail) {
        return new Problem(code, detail).withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }

    /** No games are made for now; when they are again is a matter of hours at most. */
    public static Problem noNewGames() {
        return new Problem(
                        ProblemCode.NOT_AVAILABLE,
                        "No games are made for now, because the installation is being enlarged; those that run go on. Try again later")
                .withHeader(HttpHeaders.RETRY_AFTER, NEW_GAMES_RETRY_AFTER_SECONDS);
    }

    /** There is no token, or it is not a valid one. */
    public static Problem unauthenticated(String detail) {
        return new Problem(ProblemCode.UNAUTHENTICATED, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
