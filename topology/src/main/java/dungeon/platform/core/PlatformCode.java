package dungeon.platform.core;

/** Why the platform refuses a command before its context is asked. Each context has codes of the same names. */
public enum PlatformCode {
    /** The sender is not known, or is of a kind that may not give such a command. */
    UNAUTHENTICATED,
    /** The token is not that of the player for whom the command speaks. */
    NOT_YOU,
    /** The command was issued too long before it arrived, or after it. */
    NOT_TIMELY,
    /** The command has fields that cannot be right. */
    MALFORMED,
    /** The command is for an aggregate that is not there. */
    UNKNOWN_AGGREGATE
}
