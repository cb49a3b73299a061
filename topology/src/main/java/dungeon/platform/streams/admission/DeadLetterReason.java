package dungeon.platform.streams.admission;

/** Why a record is no command. */
enum DeadLetterReason {
    /** It has no value, so there is nothing to decide. */
    NO_VALUE,
    /** It has no key. */
    NO_KEY,
    /** Its key is longer than any that a game or subject can have. */
    LONG_KEY,
    /** Its bytes are no command, or the registry does not know their schema. */
    UNDECODABLE,
    /** Its key is not that of the game or subject in it. */
    WRONG_KEY,
    /** It is not on the partition of its key. */
    WRONG_PARTITION
}
