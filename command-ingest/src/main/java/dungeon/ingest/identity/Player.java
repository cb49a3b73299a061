package dungeon.ingest.identity;

import dungeon.platform.token.TokenClaims;

/**
 * A registered player.
 *
 * @param claims what the player's token says
 * @param authorization that token, with the scheme
 */
public record Player(TokenClaims claims, String authorization) implements Caller {
    /** UUID. */
    @Override
    public String playerId() {
        return claims.subject();
    }

    /** As it was registered. */
    public String playerName() {
        return claims.name();
    }
}
