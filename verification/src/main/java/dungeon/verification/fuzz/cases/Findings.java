package dungeon.verification.fuzz.cases;

import dungeon.standalone.machine.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must not be and was seen, with the case that showed it and what it had sent. Safe for use by several threads. */
public final class Findings {
    /** So many are told in full; whoever mends them sees the others afterwards. */
    private static final int TOLD_MAXIMUM = 40;

    private static final int TOLD_OF_A_KIND_MAXIMUM = 5;

    /** Of what a case has sent so much is printed. */
    private static final int SENT_LENGTH_MAXIMUM = 4_000;

    private final long seed;
    private final Progress progress;
    private final List<String> told = new ArrayList<>();
    private final Map<String, Integer> byKind = new TreeMap<>();
    private int count;

    /**
     * None yet.
     *
     * @param seed of the run, which the cases name
     */
    public Findings(long seed, Progress progress) {
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Tells of one at once.
     *
     * @param what in a sentence
     * @param sent by the case, as text; empty if the seed is all there is
     */
    public synchronized void add(CaseId id, String what, String sent) {
        count++;
        String finding = "%s: %s".formatted(id, what);
        int ofKind = byKind.merge(id.kind(), 1, Integer::sum);
        if (told.size() < TOLD_MAXIMUM && ofKind <= TOLD_OF_A_KIND_MAXIMUM) {
            told.add(finding);
            progress.print("BROKEN: " + finding);
            if (!sent.isEmpty()) {
                progress.print("        sent: " + sent.substring(0, Math.min(sent.length(), SENT_LENGTH_MAXIMUM)));
            }
            progress.print("        again: ./dungeon fuzz --seed %d --kind %s --case %d"
                    .formatted(seed, id.kind(), id.number()));
        }
    }

    /** Tells of one that belongs to no case. */
    public synchronized void add(String what) {
        count++;
        if (told.size() < TOLD_MAXIMUM) {
            told.add(what);
            progress.print("BROKEN: " + what);
        }
    }

    /** The first of them, in sentences; with the number of the others, if there are any. */
    public synchronized List<String> told() {
        List<String> all = new ArrayList<>(told);
        if (count > told.size()) {
            all.add("and %d more: %s".formatted(count - told.size(), byKind));
        }
        return all;
    }
}
