package dungeon.platform.core;

/**
 * What the platform knows of how a command arrived.
 *
 * @param principal who sent it
 * @param appendTimeMs when the broker wrote it down, in ms since 1970
 * @param bytes how long its record is
 */
public record CommandMetadata(Principal principal, long appendTimeMs, int bytes) {
    /** Longer commands are refused: the events that follow from them must stay below the limit of 512 KiB of the serde. */
    public static final int COMMAND_BYTES_MAXIMUM = 500 * 1024;

    /** How far behind the broker's clock a command may have been issued, in ms. */
    public static final long ISSUED_BEHIND_MAXIMUM_MS = 2 * 60_000L;

    /** How far ahead of the broker's clock a command may have been issued, in ms. */
    public static final long ISSUED_AHEAD_MAXIMUM_MS = 60_000L;

    /** Whether a command issued at a time, in ms since 1970, arrived in time. */
    public boolean isTimely(long issuedAtMs) {
        return issuedAtMs >= appendTimeMs - ISSUED_BEHIND_MAXIMUM_MS
                && issuedAtMs <= appendTimeMs + ISSUED_AHEAD_MAXIMUM_MS;
    }
}
