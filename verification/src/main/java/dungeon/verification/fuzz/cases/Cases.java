package dungeon.verification.fuzz.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The cases of a run, kinds mixed, in the same order for the same seed. Safe for use by several threads. */
public final class Cases {
    private final long seed;
    private final List<String> kinds = new ArrayList<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Random order;
    private CaseId only;
    private int left;

    private Cases(long seed, int left) {
        this.seed = seed;
        this.left = left;
        this.order = new Random(seed);
    }

    /**
     * So many.
     *
     * @param weights of the kinds: how many come against the others
     */
    public static Cases several(long seed, int count, Map<String, Integer> weights) {
        Cases cases = new Cases(seed, count);
        // Sorted, so that the order does not depend on a map's.
        new TreeMap<>(weights).forEach((kind, weight) -> {
            for (int i = 0; i < weight; i++) {
                cases.kinds.add(kind);
            }
        });
        return cases;
    }

    /** One, if it is of one of the kinds. */
    public static Cases single(long seed, CaseId id, Map<String, Integer> weights) {
        Cases cases = new Cases(seed, weights.containsKey(id.kind()) ? 1 : 0);
        cases.only = id;
        return cases;
    }

    /** The next one; null if that was all. */
    public synchronized CaseId next() {
        if (left == 0) {
            return null;
        }
        left--;
        if (only != null) {
            return only;
        }
        String kind = kinds.get(order.nextInt(kinds.size()));
        return new CaseId(kind, numbers.merge(kind, 1L, Long::sum) - 1);
    }

    /** Where all choices of a case come from. */
    public Random randomOf(CaseId id) {
        return id.random(seed);
    }
}
