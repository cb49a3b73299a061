package dungeon.ingest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dungeon.ingest.problems.Problems;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes and checks the tokens: RS256, issued by {@code dungeon}, with the roles of whom they stand for. */
public final class Tokens {
    static final String SCHEME = "Bearer ";
    private static final String ISSUER = "dungeon";
    private static final String NAME = "name";
    private static final String ROLES = "roles";
    private static final String PLAYER = "player";
    private static final String ADMINISTRATOR = "administrator";
    private static final String REGISTRAR = "registrar";
    private static final String SERVICE = "service";
    /** A registration is sent at once, and refused as untimely after the same 2 minutes. */
    private static final Duration REGISTRAR_LIFETIME = Duration.ofMinutes(2);

    /** A player sends the same token with each command, and its signature takes longer to check than all else. */
    private static final int KNOWN_TOKENS_MAXIMUM = 10_000;

    private record Known(Caller caller, Instant expiresAt) {}

    private final Map<String, Known> knownTokens = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > KNOWN_TOKENS_MAXIMUM;
        }
    });
    private final SigningKey key;
    private final JWSSigner signer;
    private final DefaultJWTProcessor<SecurityContext> processor;
    private final Clock clock;

    public Tokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
        try {
            signer = new RSASSASigner(key.pair());
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key cannot sign: " + e.getMessage(), e);
        }
        processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, new ImmutableJWKSet<>(new JWKSet(key.pair().toPublicJWK()))));
        processor.setJWTClaimsSetVerifier(new ClaimsVerifier(clock));
    }

    /** A token for a registered player. */
    public Token forPlayer(String playerId, String playerName, Duration lifetime) {
        return sign(playerId, playerName, PLAYER, lifetime);
    }

    /** A token with which this application itself registers a player that has none yet. */
    public Token forRegistration(String playerId, String playerName) {
        return sign(playerId, playerName, REGISTRAR, REGISTRAR_LIFETIME);
    }

    /** A token for the administrator. */
    public Token forAdministrator(Duration lifetime) {
        return sign(ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, lifetime);
    }

    /** A token for a part of the platform that acts for a context; it holds for commands on Kafka and not over HTTP. */
    public Token forService(String context, Duration lifetime) {
        return sign(context, context, SERVICE, lifetime);
    }

    /**
     * Whom a token stands for.
     *
     * @throws dungeon.ingest.problems.Problem UNAUTHENTICATED if it was not made here, was changed, or is over
     */
    public Caller verify(String jwt) {
        Known known = knownTokens.get(jwt);
        // One whose time is over goes the long way too, which says so.
        if (known != null && clock.instant().isBefore(known.expiresAt())) {
            return known.caller();
        }
        try {
            JWTClaimsSet claims = processor.process(jwt, null);
            Caller caller = callerOf(claims, jwt);
            knownTokens.put(jwt, new Known(caller, claims.getExpirationTime().toInstant()));
            return caller;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Problems.unauthenticated("The token is not valid: %s; register with POST /players or POST /auth/guest"
                    .formatted(e.getMessage()));
        }
    }

    private static Caller callerOf(JWTClaimsSet claims, String jwt) throws ParseException {
        List<String> roles = claims.getStringListClaim(ROLES);
        String authorization = SCHEME + jwt;
        if (roles != null && roles.contains(ADMINISTRATOR)) {
            return new Administrator(authorization);
        }
        if (roles != null && roles.contains(PLAYER)) {
            return new Player(claims.getSubject(), claims.getStringClaim(NAME), authorization);
        }
        throw Problems.unauthenticated("The token is neither a player's nor the administrator's");
    }

    private Token sign(String subject, String name, String role, Duration lifetime) {
        // Tokens hold whole seconds, and what is told of their end is to be exact.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.pair().getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .claim(NAME, name)
                .claim(ROLES, List.of(role))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key cannot sign: " + e.getMessage(), e);
        }
        return new Token(jwt.serialize(), expiresAt);
    }

    /** Issuer and end must be right, by the clock of this application. */
    private static final class ClaimsVerifier extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        ClaimsVerifier(Clock clock) {
            super(new JWTClaimsSet.Builder().issuer(ISSUER).build(), Set.of("sub", "exp", ROLES));
            this.clock = clock;
            // The clock that signed is the clock that checks, so no leeway is needed.
            setMaxClockSkew(0);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
