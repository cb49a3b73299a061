package dungeon.verification.fuzz.cases;

import java.util.Random;

/**
 * One case. All that it chooses follows from its kind, its number and the seed of the run, so that it can be sent again by itself.
 *
 * @param kind such as {@code kafka/random-bytes}
 * @param number from 0
 */
public record CaseId(String kind, long number) {
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    /** Where all its choices come from. */
    public Random random(long seed) {
        return new Random((seed * GOLDEN_RATIO + kind.hashCode()) * GOLDEN_RATIO + number);
    }

    @Override
    public String toString() {
        return kind + "#" + number;
    }
}
