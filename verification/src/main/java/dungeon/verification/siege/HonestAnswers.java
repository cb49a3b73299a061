package dungeon.verification.siege;

import java.util.Map;
import java.util.TreeMap;

/** What honest players are told, over one span after the other. */
public final class HonestAnswers {
    private Latencies latencies = new Latencies();
    private Map<String, Long> refusals = new TreeMap<>();
    private Map<String, Long> serverErrors = new TreeMap<>();
    private long longestMs;

    /**
     * What came in a span.
     *
     * @param waiting how long outcomes took
     * @param refusals answers over HTTP that were no outcome, by status
     * @param serverErrors those of them that are 5xx and not 503 with Retry-After
     */
    public record Span(Latencies.Figures waiting, Map<String, Long> refusals, Map<String, Long> serverErrors) {}

    synchronized void outcome(long afterMs) {
        latencies.answered(afterMs);
        longestMs = Math.max(longestMs, afterMs);
    }

    synchronized void none(long waitedForMs) {
        latencies.unanswered(waitedForMs);
    }

    synchronized void refused(String how, boolean serverError, long afterMs) {
        latencies.unanswered(afterMs);
        refusals.merge(how, 1L, Long::sum);
        if (serverError) {
            serverErrors.merge(how, 1L, Long::sum);
        }
    }

    /** The longest that an outcome has taken since the last call, in ms; 0 if none came. */
    synchronized long longestMs() {
        long longest = longestMs;
        longestMs = 0;
        return longest;
    }

    /** What has come since the last call. */
    synchronized Span next() {
        Span span = new Span(latencies.figures(), refusals, serverErrors);
        latencies = new Latencies();
        refusals = new TreeMap<>();
        serverErrors = new TreeMap<>();
        return span;
    }
}
