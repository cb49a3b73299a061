package dungeon.platform.streams.admission;

/** Why a record is no command, or one that is not decided. */
public enum DeadLetterReason {
    /** It has no value, so there is nothing to decide. */
    NO_VALUE,
    /** It has no key. */
    NO_KEY,
    /** Its key is longer than any that a game or subject can have. */
    LONG_KEY,
    /** Its bytes are no command, or were written in a way that is not supported. */
    UNDECODABLE,
    /** The registry has no schema of the id that it names. */
    UNKNOWN_SCHEMA,
    /** The schema of the id that it names is not known here, and the registry could not be asked in time. */
    SCHEMA_UNAVAILABLE,
    /** Its key is not that of the game or subject in it. */
    WRONG_KEY,
    /** It is not on the partition of its key. */
    WRONG_PARTITION,
    /** It has no token, or one that does not hold. */
    UNAUTHENTICATED
}
