package dungeon.ingest.identity;

import dungeon.platform.token.TokenClaims;

/**
 * Whoever holds the administrator's token.
 *
 * @param claims what that token says
 * @param authorization that token, with the scheme
 */
public record Administrator(TokenClaims claims, String authorization) implements Caller {
    @Override
    public String playerId() {
        return null;
    }
}
