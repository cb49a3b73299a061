package dungeon.platform.streams.admission;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Tells from a command's token who sent it. A token is judged by the time at which the broker wrote the command down, so
 * that the verdict does not depend on when the command is read. For use by one thread.
 */
public final class TokenVerifier {
    /** A signature takes some 50 µs to check, and a player sends the same token with each command. */
    private static final int CACHED_TOKENS_MAXIMUM = 10_000;

    /** The longest token that is looked at; ours have some 600 characters. */
    private static final int TOKEN_LENGTH_MAXIMUM = 4_096;

    private static final String ISSUER = "dungeon";
    private static final String SCHEME = "Bearer ";
    private static final String NO_TOKEN =
            "The header %s must be 'Bearer' and a token".formatted(Topics.AUTHORIZATION_HEADER);

    private record Verdict(Principal principal, long expiresAtMs) {}

    /** A header that was judged before. */
    private static final class Judged {
        private final byte[] header;
        private final Verdict verdict;

        Judged(byte[] header, Verdict verdict) {
            this.header = header;
            this.verdict = verdict;
        }
    }

    private final KeySource keys;
    /**
     * By the last eight bytes of the header: they belong to the signature, which is another one for each token, and are found
     * without looking at all of it.
     */
    private final Map<Long, Judged> judged = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Judged> eldest) {
            return size() > CACHED_TOKENS_MAXIMUM;
        }
    };

    public TokenVerifier(KeySource keys) {
        this.keys = keys;
    }

    /**
     * Who sent a record.
     *
     * @param appendTimeMs when the broker wrote it down, in ms since 1970
     * @throws KeysUnavailableException if the keys of tokens are not known yet
     */
    public Principal verify(Headers headers, long appendTimeMs) {
        Header header = headers.lastHeader(Topics.AUTHORIZATION_HEADER);
        if (header == null || header.value() == null) {
            return Principal.unknown("The header %s with a token is missing".formatted(Topics.AUTHORIZATION_HEADER));
        }
        Verdict verdict = verdict(header.value());
        return appendTimeMs < verdict.expiresAtMs() ? verdict.principal() : Principal.unknown("The token has expired");
    }

    private Verdict verdict(byte[] header) {
        if (header.length > TOKEN_LENGTH_MAXIMUM || header.length < Long.BYTES) {
            return refused(NO_TOKEN);
        }
        long end = ByteBuffer.wrap(header).getLong(header.length - Long.BYTES);
        Judged before = judged.get(end);
        if (before != null && Arrays.equals(before.header, header)) {
            return before.verdict;
        }
        String value = new String(header, StandardCharsets.UTF_8);
        if (!value.startsWith(SCHEME)) {
            return refused(NO_TOKEN);
        }
        Verdict verdict = judge(value.substring(SCHEME.length()).trim());
        if (verdict.principal().kind() != PrincipalKind.UNKNOWN) {
            judged.put(end, new Judged(header, verdict));
        }
        return verdict;
    }

    private Verdict judge(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
                return refused("The token is not signed with RS256");
            }
            Optional<JWK> key = keys.keyOf(jwt.getHeader().getKeyID());
            if (key.isEmpty() || !(key.get() instanceof RSAKey rsaKey)) {
                return refused("The token's key is not one of the ingest's");
            }
            if (!jwt.verify(new RSASSAVerifier(rsaKey.toRSAPublicKey()))) {
                return refused("The token's signature does not hold");
            }
            return claimed(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return refused("The token cannot be read: " + e.getMessage());
        }
    }

    private static Verdict claimed(JWTClaimsSet claims) throws ParseException {
        List<String> roles = claims.getStringListClaim("roles");
        Date expiresAt = claims.getExpirationTime();
        if (!ISSUER.equals(claims.getIssuer()) || roles == null || expiresAt == null) {
            return refused("The token lacks one of iss, exp and roles");
        }
        long expiresAtMs = expiresAt.toInstant().toEpochMilli();
        if (roles.contains("administrator")) {
            return new Verdict(Principal.administrator(), expiresAtMs);
        }
        if (roles.contains("service")) {
            return new Verdict(Principal.service(claims.getSubject()), expiresAtMs);
        }
        String playerId = claims.getSubject();
        String playerName = claims.getStringClaim("name");
        if (!Ids.isCanonical(playerId) || playerName == null) {
            return refused("The token names no player");
        }
        if (roles.contains("player")) {
            return new Verdict(Principal.player(playerId, playerName), expiresAtMs);
        }
        if (roles.contains("registrar")) {
            return new Verdict(Principal.registrar(playerId, playerName), expiresAtMs);
        }
        return refused("The token has no role here");
    }

    private static Verdict refused(String problem) {
        return new Verdict(Principal.unknown(problem), Long.MAX_VALUE);
    }
}
