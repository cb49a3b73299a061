package dungeon.platform.token;

import dungeon.platform.envelope.PrincipalKind;
import java.time.Instant;

/**
 * Whom a token stands for.
 *
 * @param kind never UNKNOWN
 * @param subject the id of a player or of the one who is registered, the context of a service, or {@code administrator}
 * @param name of a player or of the one who is registered; for others what their subject is
 * @param expiresAt the first moment at which the token does not hold any more; whole seconds
 */
public record TokenClaims(PrincipalKind kind, String subject, String name, Instant expiresAt) {
    /** What stands before a token in the header {@code authorization}. */
    public static final String SCHEME = "Bearer ";

    static final String ISSUER = "dungeon";
    static final String NAME = "name";
    static final String ROLES = "roles";

    private static final String ADMINISTRATOR = "administrator";

    /** Those of whoever governs the games. */
    public static TokenClaims administrator(Instant expiresAt) {
        return new TokenClaims(PrincipalKind.ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, expiresAt);
    }

    /** Whether the token holds at a time; each command is judged by the one at which it was written down. */
    public boolean holdAt(Instant time) {
        return time.isBefore(expiresAt);
    }
}
