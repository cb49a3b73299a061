package dungeon.ingest.identity;

import dungeon.platform.token.TokenClaims;

/** Who sent a request, as the token says. */
public sealed interface Caller permits Player, Administrator {
    /** What the token says. */
    TokenClaims claims();

    /** The value for the header of a command: the caller's own token, with the scheme. */
    String authorization();

    /** The player's id, or null for an administrator. */
    String playerId();
}
