package dungeon.verification.siege.attacks;

import java.util.Map;
import java.util.TreeMap;

/** What came of the tries of one kind of hostile player. */
public final class Tally {
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> granted = new TreeMap<>();
    private final Map<String, Long> other = new TreeMap<>();
    private final Map<String, Long> serverErrors = new TreeMap<>();
    private long tried;
    private long heldUp;
    private long largestAnswerBytes;

    /**
     * The figures of one moment.
     *
     * @param tried how many tries were begun
     * @param heldUp tries that were due and could not be begun, because too many before them were unanswered
     * @param refused how often the platform said no, by status and code
     * @param granted how often it gave what was asked for
     * @param other what was neither: taken without effect, closed, unanswered
     * @param serverErrors answers 5xx that are not 503 with Retry-After, by status and code; they are among the refused too
     * @param largestAnswerBytes of the HTTP answers
     */
    public record Figures(
            long tried,
            long heldUp,
            Map<String, Long> refused,
            Map<String, Long> granted,
            Map<String, Long> other,
            Map<String, Long> serverErrors,
            long largestAnswerBytes) {
        /** How many tries got through. */
        public long through() {
            return granted.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public synchronized void tried() {
        tried++;
    }

    /** A try that was due could not be begun. */
    public synchronized void heldUp() {
        heldUp++;
    }

    public synchronized void refused(String how) {
        refused.merge(how, 1L, Long::sum);
    }

    public synchronized void granted(String what) {
        granted.merge(what, 1L, Long::sum);
    }

    public synchronized void other(String what) {
        other.merge(what, 1L, Long::sum);
    }

    /** Counts an answer over HTTP: what is 2xx is granted, or is neither good nor bad; all else is refused. */
    public synchronized void answered(Answer answer, boolean isGrant) {
        largestAnswerBytes = Math.max(largestAnswerBytes, answer.bytes());
        String name = answer.name();
        if (answer.isServerError()) {
            serverErrors.merge(name, 1L, Long::sum);
        }
        if (answer.status() / 100 == 2) {
            (isGrant ? granted : other).merge(name, 1L, Long::sum);
        } else if (answer.status() == Answer.NONE) {
            other.merge(name, 1L, Long::sum);
        } else {
            refused.merge(name, 1L, Long::sum);
        }
    }

    public synchronized Figures figures() {
        return new Figures(
                tried,
                heldUp,
                new TreeMap<>(refused),
                new TreeMap<>(granted),
                new TreeMap<>(other),
                new TreeMap<>(serverErrors),
                largestAnswerBytes);
    }
}
