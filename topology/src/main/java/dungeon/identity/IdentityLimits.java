package dungeon.identity;

import java.time.Duration;

/** What bounds what is kept of a player's identity. */
final class IdentityLimits {
    /** Of a player's tokens, at one time; whoever loses more takes back all of them, which is one entry. */
    static final int REVOKED_TOKENS_MAXIMUM = 20;

    /** No token of a player lives longer, so nothing that was taken back is remembered for longer. */
    static final Duration TOKEN_LIFETIME_MAXIMUM = Duration.ofDays(366);

    /** A ban for good is one for so long. */
    static final Duration BAN_MAXIMUM = Duration.ofDays(3_653);

    private IdentityLimits() {}
}
