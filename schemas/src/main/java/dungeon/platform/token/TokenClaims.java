package dungeon.platform.token;

import dungeon.platform.envelope.PrincipalKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Whom a token stands for.
 *
 * @param kind never UNKNOWN
 * @param subject the id of a player or of the one who is registered, the context of a service, or {@code administrator}
 * @param name of a player or of the one who is registered; for others what their subject is
 * @param tokenId UUID, by which the token can be revoked; null for tokens from before there were ids
 * @param issuedAt when it was signed, whole seconds; 1970 for a token that does not say
 * @param expiresAt the first moment at which the token does not hold any more; whole seconds
 * @param gameId the one game that it holds for; null if it is bound to none
 */
public record TokenClaims(
        PrincipalKind kind,
        String subject,
        String name,
        String tokenId,
        Instant issuedAt,
        Instant expiresAt,
        String gameId) {
    /** What stands before a token in the header {@code authorization}. */
    public static final String SCHEME = "Bearer ";

    static final String ISSUER = "dungeon";
    static final String NAME = "name";
    static final String ROLES = "roles";
    static final String GAME_ID = "gameId";

    private static final String ADMINISTRATOR = "administrator";

    /** Those of a new token, under a new id. Tokens hold whole seconds, so fractions are left out. */
    public static TokenClaims fresh(
            PrincipalKind kind, String subject, String name, Instant issuedAt, Instant expiresAt) {
        return new TokenClaims(
                kind,
                subject,
                name,
                UUID.randomUUID().toString(),
                issuedAt.truncatedTo(ChronoUnit.SECONDS),
                expiresAt.truncatedTo(ChronoUnit.SECONDS),
                null);
    }

    /** Those of a new token for whoever governs the games. */
    public static TokenClaims administrator(Instant issuedAt, Instant expiresAt) {
        return fresh(PrincipalKind.ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, issuedAt, expiresAt);
    }

    /** The same for one game only. */
    public TokenClaims boundTo(String onlyGameId) {
        return new TokenClaims(kind, subject, name, tokenId, issuedAt, expiresAt, onlyGameId);
    }

    /** Whether the token holds at a time; each command is judged by the one at which it was written down. */
    public boolean holdAt(Instant time) {
        return time.isBefore(expiresAt);
    }

    /** Whether the token holds for what has an id: any, or that of the game to which it is bound. */
    public boolean holdFor(String aggregateId) {
        return gameId == null || gameId.equals(aggregateId);
    }
}
