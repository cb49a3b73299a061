package dungeon.ingest.identity;

import dungeon.platform.token.TokenClaims;
import java.time.Instant;

/**
 * A signed token.
 *
 * @param jwt the token
 * @param claims what it says
 */
public record Token(String jwt, TokenClaims claims) {
    /** The value of a header that carries it. */
    public String authorization() {
        return TokenClaims.SCHEME + jwt;
    }

    /** When it stops to be valid. */
    public Instant expiresAt() {
        return claims.expiresAt();
    }

    /** A token is a secret, and nothing that is logged may tell it. */
    @Override
    public String toString() {
        return "token " + claims.tokenId();
    }
}
