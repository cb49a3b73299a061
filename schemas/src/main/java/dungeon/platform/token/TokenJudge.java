package dungeon.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whom a token stands for: signed with RS256 by one of the known keys, issued by {@code dungeon}, with a role. Whether its time
 * is over is left to {@link TokenClaims#holdAt}, because a verdict is remembered longer than a moment. Safe for use by several threads.
 */
public final class TokenJudge {
    /** The longest token that is looked at; ours have some 600 characters. */
    public static final int LENGTH_MAXIMUM = 4_096;

    /** A token with several roles stands for the first of these. */
    private static final List<PrincipalKind> KINDS =
            List.of(PrincipalKind.ADMINISTRATOR, PrincipalKind.SERVICE, PrincipalKind.PLAYER, PrincipalKind.REGISTRAR);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final TokenTrust trust;

    /** Judges by public keys that revoke nothing. */
    public TokenJudge(JWKSource<SecurityContext> keys) {
        this(TokenTrust.in(keys));
    }

    /** Judges by what is trusted at the moment. */
    public TokenJudge(TokenTrust trust) {
        this.trust = trust;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, trust));
        processor.setJWTClaimsSetVerifier(new AtAnyTime());
    }

    /**
     * Whom a token stands for.
     *
     * @throws TokenRefusedException if it stands for nobody, or was revoked
     */
    public TokenClaims judge(String jwt) throws TokenRefusedException {
        TokenClaims claims = judgeSignature(jwt);
        requireNotRevoked(claims);
        return claims;
    }

    /** As {@link TokenTrust#edition}. */
    public Object edition() {
        return trust.edition();
    }

    /**
     * Makes sure that a token was not revoked.
     *
     * @throws TokenRefusedException if it was
     */
    public void requireNotRevoked(TokenClaims claims) throws TokenRefusedException {
        if (trust.revocations().contain(claims)) {
            throw new TokenRefusedException("The token was revoked");
        }
    }

    /**
     * Whom a token stands for if it was not revoked; the verdict holds as long as {@link #edition} is the same.
     *
     * @throws TokenRefusedException if it stands for nobody
     */
    public TokenClaims judgeSignature(String jwt) throws TokenRefusedException {
        if (jwt.length() > LENGTH_MAXIMUM) {
            throw new TokenRefusedException("The token has more than %d characters".formatted(LENGTH_MAXIMUM));
        }
        try {
            return claims(processor.process(jwt, null));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw new TokenRefusedException("The token does not hold: " + e.getMessage());
        }
    }

    /**
     * Whom a token says that it stands for, whoever signed it: for logs of what was judged when it was written.
     *
     * @throws TokenRefusedException if it is no such token
     */
    public static TokenClaims unjudged(String jwt) throws TokenRefusedException {
        try {
            return claims(SignedJWT.parse(jwt).getJWTClaimsSet());
        } catch (ParseException | RuntimeException e) {
            throw new TokenRefusedException("This is no token: " + e.getMessage());
        }
    }

    private static TokenClaims claims(JWTClaimsSet claims) throws ParseException, TokenRefusedException {
        List<String> roles = claims.getStringListClaim(TokenClaims.ROLES);
        String subject = claims.getSubject();
        Date end = claims.getExpirationTime();
        // What is there can still be null.
        if (roles == null || subject == null || end == null) {
            throw new TokenRefusedException("The token has claims without a value");
        }
        PrincipalKind kind = kind(roles);
        String name = claims.getStringClaim(TokenClaims.NAME);
        boolean named = kind == PrincipalKind.PLAYER || kind == PrincipalKind.REGISTRAR;
        if (named && (name == null || !Ids.isCanonical(subject))) {
            throw new TokenRefusedException("The token names no player");
        }
        String gameId = claims.getStringClaim(TokenClaims.GAME_ID);
        if (gameId != null && !Ids.isCanonical(gameId)) {
            throw new TokenRefusedException("The token is bound to what is no game");
        }
        return new TokenClaims(
                kind,
                subject,
                named ? name : subject,
                claims.getJWTID(),
                claims.getIssueTime() == null
                        ? Instant.EPOCH
                        : claims.getIssueTime().toInstant(),
                end.toInstant(),
                gameId);
    }

    private static PrincipalKind kind(List<String> roles) throws TokenRefusedException {
        return KINDS.stream()
                .filter(kind -> roles.contains(role(kind)))
                .findFirst()
                .orElseThrow(() -> new TokenRefusedException("The token has no role here"));
    }

    /** What a kind of sender is called in a token. */
    static String role(PrincipalKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What a token must say, whenever it is read. */
    private static final class AtAnyTime extends DefaultJWTClaimsVerifier<SecurityContext> {
        AtAnyTime() {
            super(
                    new JWTClaimsSet.Builder().issuer(TokenClaims.ISSUER).build(),
                    Set.of("sub", "exp", TokenClaims.ROLES));
        }

        /** Without a time the library compares none. */
        @Override
        protected Date currentTime() {
            return null;
        }
    }
}
