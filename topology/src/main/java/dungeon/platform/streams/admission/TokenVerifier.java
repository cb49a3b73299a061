package dungeon.platform.streams.admission;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dungeon.platform.core.Principal;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.platform.token.TokenTrust;
import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Tells from a command's token who sent it. A token is judged by the time at which the broker wrote the command down, so
 * that the end of its time does not depend on when the command is read; one that was revoked holds for nothing that was not decided
 * before. For use by one thread.
 */
public final class TokenVerifier {
    /** A signature takes some 50 µs to check, and a player sends the same token with each command. */
    private static final int CACHED_TOKENS_MAXIMUM = 10_000;

    private static final int HEADER_BYTES_MAXIMUM = TokenClaims.SCHEME.length() + TokenJudge.LENGTH_MAXIMUM;

    private static final String NO_TOKEN =
            "The header %s must be 'Bearer' and a token".formatted(Topics.AUTHORIZATION_HEADER);

    /** A header whose signature was checked before, with the keys of an edition. */
    private static final class Judged {
        private final byte[] header;
        private final TokenClaims claims;
        private final Object edition;

        Judged(byte[] header, TokenClaims claims, Object edition) {
            this.header = header;
            this.claims = claims;
            this.edition = edition;
        }
    }

    private final TokenJudge judge;
    private final TokenTrust trust;
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

    /** Believes the tokens of these public keys, and that none was revoked. */
    public TokenVerifier(JWKSource<SecurityContext> keys) {
        this(TokenTrust.in(keys));
    }

    /** Believes what is trusted at the moment at which it is asked. */
    public TokenVerifier(TokenTrust trust) {
        this.judge = new TokenJudge(trust);
        this.trust = trust;
    }

    /**
     * Who sent a record.
     *
     * @param aggregateId to which it goes; a token that is bound to a game holds for no other
     * @param appendTimeMs when the broker wrote it down, in ms since 1970
     * @throws KeysUnavailableException if the keys of tokens are not known yet
     */
    public Principal verify(Headers headers, String aggregateId, long appendTimeMs) {
        Header header = authorization(headers);
        if (header == null || header.value() == null) {
            return Principal.unknown("The header %s with a token is missing".formatted(Topics.AUTHORIZATION_HEADER));
        }
        try {
            TokenClaims claims = claims(header.value());
            judge.requireNotRevoked(claims);
            if (!claims.holdAt(Instant.ofEpochMilli(appendTimeMs))) {
                return Principal.unknown("The token has expired");
            }
            return claims.holdFor(aggregateId)
                    ? principal(claims)
                    : Principal.unknown("The token holds for the game %s only".formatted(claims.gameId()));
        } catch (TokenRefusedException e) {
            return Principal.unknown(e.getMessage());
        }
    }

    /**
     * Who sent a record of a log, by what its token says: what was admitted when it came has stood the test, although its key may have
     * been taken away since. What was not is among the dead letters.
     */
    public static Principal believe(Headers headers) {
        Header header = authorization(headers);
        if (header == null || header.value() == null) {
            return Principal.unknown(NO_TOKEN);
        }
        String value = new String(header.value(), StandardCharsets.UTF_8);
        try {
            return value.startsWith(TokenClaims.SCHEME)
                    ? principal(TokenJudge.unjudged(
                            value.substring(TokenClaims.SCHEME.length()).trim()))
                    : Principal.unknown(NO_TOKEN);
        } catch (TokenRefusedException e) {
            return Principal.unknown(e.getMessage());
        }
    }

    private static Header authorization(Headers headers) {
        Header header = null;
        for (Header each : headers) {
            // The last one counts, as it does wherever Kafka reads headers.
            header = Topics.isAuthorization(each) ? each : header;
        }
        return header;
    }

    private TokenClaims claims(byte[] header) throws TokenRefusedException {
        if (header.length > HEADER_BYTES_MAXIMUM || header.length < Long.BYTES) {
            throw new TokenRefusedException(NO_TOKEN);
        }
        long end = ByteBuffer.wrap(header).getLong(header.length - Long.BYTES);
        Judged before = judged.get(end);
        if (before != null && before.edition == trust.edition() && Arrays.equals(before.header, header)) {
            return before.claims;
        }
        String value = new String(header, StandardCharsets.UTF_8);
        if (!value.startsWith(TokenClaims.SCHEME)) {
            throw new TokenRefusedException(NO_TOKEN);
        }
        // Asked for before the keys are, so that a verdict by older keys is never taken for one by newer ones.
        Object edition = trust.edition();
        TokenClaims claims = judge.judgeSignature(
                value.substring(TokenClaims.SCHEME.length()).trim());
        judged.put(end, new Judged(header, claims, edition));
        return claims;
    }

    private static Principal principal(TokenClaims claims) {
        return switch (claims.kind()) {
            case PLAYER -> Principal.player(claims.subject(), claims.name());
            case REGISTRAR -> Principal.registrar(claims.subject(), claims.name());
            case ADMINISTRATOR -> Principal.administrator();
            case SERVICE -> Principal.service(claims.subject());
            case UNKNOWN -> throw new IllegalStateException("A judged token stands for somebody: " + claims);
        };
    }
}
