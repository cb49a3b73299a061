package dungeon.ingest.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.platform.token.TokenSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the tokens, and tells whom those of requests stand for. */
public final class Tokens {
    /** A registration is sent at once, and refused as untimely after the same 2 minutes. */
    private static final Duration REGISTRAR_LIFETIME = Duration.ofMinutes(2);

    /** A player sends the same token with each command, and its signature takes longer to check than all else. */
    private static final int KNOWN_TOKENS_MAXIMUM = 10_000;

    private final Map<String, TokenClaims> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenClaims> eldest) {
            return size() > KNOWN_TOKENS_MAXIMUM;
        }
    });
    private final TokenSigner signer;
    private final TokenJudge judge;
    private final Clock clock;

    public Tokens(SigningKey key, Clock clock) {
        this.clock = clock;
        signer = new TokenSigner(key.pair());
        judge = new TokenJudge(new ImmutableJWKSet<>(new JWKSet(key.pair().toPublicJWK())));
    }

    /** A token for a registered player. */
    public Token forPlayer(String playerId, String playerName, Duration lifetime) {
        return sign(new TokenClaims(PrincipalKind.PLAYER, playerId, playerName, endOf(lifetime)));
    }

    /** A token with which this application itself registers a player that has none yet. */
    public Token forRegistration(String playerId, String playerName) {
        return sign(new TokenClaims(PrincipalKind.REGISTRAR, playerId, playerName, endOf(REGISTRAR_LIFETIME)));
    }

    /** A token for the administrator. */
    public Token forAdministrator(Duration lifetime) {
        return sign(TokenClaims.administrator(endOf(lifetime)));
    }

    /** A token for a part of the platform that acts for a context; it holds for commands on Kafka and not over HTTP. */
    public Token forService(String context, Duration lifetime) {
        return sign(new TokenClaims(PrincipalKind.SERVICE, context, context, endOf(lifetime)));
    }

    /**
     * Whom a token stands for.
     *
     * @throws Problem UNAUTHENTICATED if it was not made here, was changed, or is over
     */
    public Caller verify(String jwt) {
        TokenClaims claims = claimsOf(jwt);
        if (!claims.holdAt(clock.instant())) {
            throw refused("The token has expired");
        }
        String authorization = TokenClaims.SCHEME + jwt;
        return switch (claims.kind()) {
            case ADMINISTRATOR -> new Administrator(authorization);
            case PLAYER -> new Player(claims.subject(), claims.name(), authorization);
            default -> throw refused("The token is neither a player's nor the administrator's");
        };
    }

    private TokenClaims claimsOf(String jwt) {
        TokenClaims before = known.get(jwt);
        if (before != null) {
            return before;
        }
        try {
            TokenClaims claims = judge.judge(jwt);
            known.put(jwt, claims);
            return claims;
        } catch (TokenRefusedException e) {
            throw refused(e.getMessage());
        }
    }

    private static Problem refused(String reason) {
        return Problems.unauthenticated("%s; register with POST /players or POST /auth/guest".formatted(reason));
    }

    /** Tokens hold whole seconds, and what is told of their end is to be exact. */
    private Instant endOf(Duration lifetime) {
        return now().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Token sign(TokenClaims claims) {
        return new Token(signer.sign(claims, now()), claims.expiresAt());
    }
}
