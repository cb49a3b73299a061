package dungeon.verification.siege;

import java.util.List;

/**
 * What a process had over a siege.
 *
 * @param residentMb memory of its own, each few seconds
 * @param liveMb in use on its heap after a full collection: when a third of the siege has passed, and at its end; -1 where it did
 *     not answer
 */
record MemoryUse(List<Long> residentMb, List<Long> liveMb) {
    /**
     * All heaps are taken whole at the start, so what grows is outside of them: threads, buffers, native code. Some of it comes
     * with the first requests of a kind, which this margin is for.
     */
    private static final long RESIDENT_MARGIN_MB = 32;

    private static final double RESIDENT_FACTOR = 1.10;

    /** Caches and memories with a bound fill up to it, and a siege of minutes can find them half full. */
    private static final long LIVE_MARGIN_MB = 24;

    private static final double LIVE_FACTOR = 1.25;

    /** The median of the first third. */
    long firstMb() {
        return median(residentMb.subList(0, third()));
    }

    /** The median of the last third. */
    long lastMb() {
        return median(residentMb.subList(residentMb.size() - third(), residentMb.size()));
    }

    /** How much {@link #lastMb} may be to be called flat. */
    long residentMaximumMb() {
        return (long) (firstMb() * RESIDENT_FACTOR) + RESIDENT_MARGIN_MB;
    }

    /** How much the last of {@link #liveMb} may be to be called flat. */
    long liveMaximumMb() {
        return (long) (liveMb.get(0) * LIVE_FACTOR) + LIVE_MARGIN_MB;
    }

    boolean isResidentFlat() {
        return lastMb() <= residentMaximumMb();
    }

    /** Whether the heap was looked into at both times, and has not grown. */
    boolean isLiveFlat() {
        return liveMb.stream().allMatch(mb -> mb >= 0) && liveMb.get(liveMb.size() - 1) <= liveMaximumMb();
    }

    private int third() {
        return Math.max(1, residentMb.size() / 3);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0L);
    }
}
