package dungeon.verification.siege;

import dungeon.verification.siege.attacks.Tally;
import java.util.List;
import java.util.Map;

/**
 * All that was measured.
 *
 * @param before honest players by themselves
 * @param under honest players under siege
 * @param kinds the hostile ones
 * @param memory by process
 * @param restarts how often each part ended by itself, or a thread of it failed; without those that never did
 * @param transactions what came of transactions that strangers left open
 * @param unready what did not say that it is ready when all was over
 */
record SiegeResult(
        HonestAnswers.Span before,
        HonestAnswers.Span under,
        List<Kind> kinds,
        Map<String, MemoryUse> memory,
        Map<String, Integer> restarts,
        List<Standstill> transactions,
        List<String> unready) {

    /**
     * A kind of hostile player.
     *
     * @param each what a try was
     * @param perMinute how often
     * @param mayGetThrough whether something of it may be granted
     */
    record Kind(String name, String each, int perMinute, boolean mayGetThrough, Tally.Figures figures) {}

    /**
     * What a stranger's open transaction did.
     *
     * @param what the stranger did
     * @param stoodStillMs from when the transaction was open to the first outcome of a command that was sent afterwards, in the
     *     game that had to wait longest
     */
    record Standstill(String what, long stoodStillMs) {}
}
