package dungeon.ingest.identity;

import dungeon.platform.token.TokenClaims;
import java.time.Instant;

/**
 * A signed token.
 *
 * @param jwt the token
 * @param expiresAt when it stops to be valid
 */
public record Token(String jwt, Instant expiresAt) {
    /** The value of a header that carries it. */
    public String authorization() {
        return TokenClaims.SCHEME + jwt;
    }
}
