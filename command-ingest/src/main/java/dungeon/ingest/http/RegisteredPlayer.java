package dungeon.ingest.http;

import dungeon.ingest.identity.Token;
import dungeon.platform.token.TokenClaims;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A player with a token that was made just now. */
public record RegisteredPlayer(
        @Schema(format = "uuid") String playerId,
        String playerName,

        @Schema(description = "Send it as the header Authorization: Bearer <token>; it cannot be had again")
        String token,

        @Schema(format = "uuid", description = "By which the token can be revoked")
        String tokenId,

        Instant expiresAt) {
    /** The player for whom a token stands. */
    public static RegisteredPlayer of(Token token) {
        TokenClaims claims = token.claims();
        return new RegisteredPlayer(claims.subject(), claims.name(), token.jwt(), claims.tokenId(), claims.expiresAt());
    }
}
