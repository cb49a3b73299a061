package dungeon.verification.fuzz.outcomes;

/** What has to come of a case. */
public enum Fate {
    /** One dead letter, and no event. */
    DEAD_LETTER,
    /** Events of one decision, and no dead letter. */
    OUTCOME,
    /** A rejection without the command's id, which is too long to be repeated, and no dead letter. */
    NAMELESS_REJECTION,
    /** Neither: a tick publishes nothing of its own, a repetition nothing more, and what was refused over HTTP was never written. */
    NOTHING
}
