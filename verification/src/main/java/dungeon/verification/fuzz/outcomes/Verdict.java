package dungeon.verification.fuzz.outcomes;

/**
 * What has to come of a case, in full.
 *
 * @param detail a pattern for the dead letter's reason or the rejection's code; empty if any will do
 * @param commandId as the topology reads it; null if there is none
 * @param aggregateId the game or the subject; null if there is none
 */
public record Verdict(Fate fate, String detail, String commandId, String aggregateId) {
    /** A dead letter. */
    public static Verdict deadLetter(String reasons) {
        return new Verdict(Fate.DEAD_LETTER, reasons, null, null);
    }

    /** Nothing at all may come of a command. */
    public static Verdict nothing(String commandId) {
        return new Verdict(Fate.NOTHING, "", commandId, null);
    }

    /** Any outcome of a command. */
    public static Verdict outcome(String commandId, String aggregateId) {
        return new Verdict(Fate.OUTCOME, "", commandId, aggregateId);
    }
}
