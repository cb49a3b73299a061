package dungeon.ingest.identity;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.platform.token.TokenTrust;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tokens, and tells whom those of requests stand for. */
public final class Tokens {
    /** Such a command is sent at once, and refused as untimely after the same 2 minutes. */
    private static final Duration REGISTRAR_LIFETIME = Duration.ofMinutes(2);

    /** The name under which this application gives commands to the identity. */
    public static final String INGEST = "ingest";

    /** The service that players are connected to, as the rooms know it. */
    private static final String QUERIES = "queries";

    /** A player sends the same token with each command, and its signature takes longer to check than all else. */
    private static final int KNOWN_TOKENS_MAXIMUM = 10_000;

    /** A token whose signature was checked with the keys of an edition. */
    private record Known(TokenClaims claims, Object edition) {}

    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > KNOWN_TOKENS_MAXIMUM;
        }
    });
    private final IssuedTokens issued = new IssuedTokens();
    private final SigningKeys keys;
    private final Revocations revocations;
    private final TokenJudge judge;
    private final Clock clock;

    /**
     * Signs with the keys, and believes what they have signed.
     *
     * @param revocations what does not hold any more although its time is not over
     */
    public Tokens(SigningKeys keys, Revocations revocations, Clock clock) {
        this.keys = keys;
        this.revocations = revocations;
        this.clock = clock;
        judge = new TokenJudge(new OwnTrust(keys, revocations));
    }

    private record OwnTrust(SigningKeys keys, Revocations revocations) implements TokenTrust {
        @Override
        public Object edition() {
            return keys.edition();
        }

        @Override
        public List<JWK> get(JWKSelector selector, SecurityContext context) {
            return keys.get(selector, context);
        }
    }

    /** A token for a registered player. */
    public Token forPlayer(String playerId, String playerName, Duration lifetime) {
        return forPlayer(playerId, playerName, now(), lifetime, null);
    }

    /**
     * A token for a registered player.
     *
     * @param issuedAt from when on it holds, whole seconds
     * @param lifetime from now on
     * @param gameId the only game that it holds for; null for all that a player may do
     */
    public Token forPlayer(String playerId, String playerName, Instant issuedAt, Duration lifetime, String gameId) {
        Token token = sign(TokenClaims.fresh(PrincipalKind.PLAYER, playerId, playerName, issuedAt, now().plus(lifetime))
                .boundTo(gameId));
        issued.add(token.claims());
        return token;
    }

    /** The tokens of a player that hold, as far as they are known: that of the request, and the last ones that were given here. */
    public List<TokenClaims> of(Player player) {
        List<TokenClaims> all = new ArrayList<>(issued.of(player.playerId()));
        if (!all.contains(player.claims())) {
            all.add(0, player.claims());
        }
        Instant now = clock.instant();
        return all.stream()
                .filter(claims -> claims.holdAt(now) && !revocations.contain(claims))
                .toList();
    }

    /** A token with which this application itself registers a player that has none yet. */
    public Token forRegistration(String playerId, String playerName) {
        return sign(PrincipalKind.REGISTRAR, playerId, playerName, REGISTRAR_LIFETIME);
    }

    /** A token with which this application itself says who has signed in; it stands in the log, where it is soon over. */
    public Token forSignIn() {
        return sign(PrincipalKind.SERVICE, INGEST, INGEST, REGISTRAR_LIFETIME);
    }

    /**
     * A token with which this application itself says who is connected, for the service that players are connected to and that has shown the
     * player's token; it stands in the log, where it is soon over.
     */
    public Token forPresence() {
        return sign(PrincipalKind.SERVICE, QUERIES, QUERIES, REGISTRAR_LIFETIME);
    }

    /** A token for the administrator. */
    public Token forAdministrator(Duration lifetime) {
        return sign(TokenClaims.administrator(now(), now().plus(lifetime)));
    }

    /** A token for a part of the platform that acts for a context; it holds for commands on Kafka and not over HTTP. */
    public Token forService(String context) {
        return sign(PrincipalKind.SERVICE, context, context, IngestConfig.SERVICE_TOKEN_LIFETIME);
    }

    /**
     * Whom a token stands for.
     *
     * @throws Problem UNAUTHENTICATED if it was not made here, was changed or revoked, or is over
     */
    public Caller verify(String jwt) {
        TokenClaims claims = claimsOf(jwt);
        if (!claims.holdAt(clock.instant())) {
            throw refused("The token has expired");
        }
        String authorization = TokenClaims.SCHEME + jwt;
        return switch (claims.kind()) {
            case ADMINISTRATOR -> new Administrator(claims, authorization);
            case PLAYER -> new Player(claims, authorization);
            default -> throw refused("The token is neither a player's nor the administrator's");
        };
    }

    /** Whether a token was signed with the key that signs now, so that it holds as long as one can. */
    boolean isOfSigningKey(String jwt) {
        try {
            return keys.signingKeyId().equals(SignedJWT.parse(jwt).getHeader().getKeyID());
        } catch (ParseException e) {
            return false;
        }
    }

    private TokenClaims claimsOf(String jwt) {
        try {
            // Asked for before the keys are, so that a verdict by older keys is never taken for one by newer ones.
            Object edition = judge.edition();
            Known before = known.get(jwt);
            if (before != null && before.edition() == edition) {
                judge.requireNotRevoked(before.claims());
                return before.claims();
            }
            TokenClaims claims = judge.judge(jwt);
            known.put(jwt, new Known(claims, edition));
            return claims;
        } catch (TokenRefusedException e) {
            throw refused(e.getMessage());
        }
    }

    private static Problem refused(String reason) {
        return Problems.unauthenticated("%s; register with POST /players or POST /auth/guest".formatted(reason));
    }

    /** The time as tokens tell it, in whole seconds, so that what is told of their end is exact. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private Token sign(PrincipalKind kind, String subject, String name, Duration lifetime) {
        return sign(TokenClaims.fresh(kind, subject, name, now(), now().plus(lifetime)));
    }

    private Token sign(TokenClaims claims) {
        return new Token(keys.signer().sign(claims), claims);
    }
}
