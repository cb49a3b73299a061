package dungeon.rules;

/**
 * What the platform knows of how a command arrived.
 *
 * @param caller who sent it
 * @param stampMs when the broker wrote it down, in ms since 1970
 * @param bytes how long its record is
 */
public record Arrival(Caller caller, long stampMs, int bytes) {
    /** Longer commands are refused: the events that follow from them must stay below the limit of 512 KiB of the serde. */
    public static final int COMMAND_BYTES_MAXIMUM = 500 * 1024;

    /** How far behind the broker's clock a command may have been issued, in ms. */
    public static final long ISSUED_BEHIND_MAXIMUM_MS = 2 * 60_000L;

    /** How far ahead of the broker's clock a command may have been issued, in ms. */
    public static final long ISSUED_AHEAD_MAXIMUM_MS = 60_000L;

    /** Whether a command issued at a time, in ms since 1970, arrived in time. */
    public boolean isTimely(long issuedAtMs) {
        return issuedAtMs >= stampMs - ISSUED_BEHIND_MAXIMUM_MS && issuedAtMs <= stampMs + ISSUED_AHEAD_MAXIMUM_MS;
    }
}
