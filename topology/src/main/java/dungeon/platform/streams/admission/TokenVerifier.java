package dungeon.platform.streams.admission;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenJudge;
import dungeon.platform.token.TokenRefusedException;
import dungeon.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Tells from a command's token who sent it. A token is judged by the time at which the broker wrote the command down, so
 * that the verdict does not depend on when the command is read. For use by one thread.
 */
public final class TokenVerifier {
    /** A signature takes some 50 µs to check, and a player sends the same token with each command. */
    private static final int CACHED_TOKENS_MAXIMUM = 10_000;

    /** A key that was taken away can be in none of the verdicts that count. */
    static final long JUDGED_ANEW_NANOS = 5_000_000_000L;

    private static final int HEADER_BYTES_MAXIMUM = TokenClaims.SCHEME.length() + TokenJudge.LENGTH_MAXIMUM;

    private static final String NO_TOKEN =
            "The header %s must be 'Bearer' and a token".formatted(Topics.AUTHORIZATION_HEADER);

    private record Verdict(Principal principal, long expiresAtMs) {}

    /** A header that was judged before. */
    private static final class Judged {
        private final byte[] header;
        private final Verdict verdict;
        private final long atNanos;

        Judged(byte[] header, Verdict verdict, long atNanos) {
            this.header = header;
            this.verdict = verdict;
            this.atNanos = atNanos;
        }
    }

    private final TokenJudge judge;
    private final LongSupplier nanoTime;
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

    /** Believes the tokens of these public keys. */
    public TokenVerifier(JWKSource<SecurityContext> keys) {
        this(keys, System::nanoTime);
    }

    TokenVerifier(JWKSource<SecurityContext> keys, LongSupplier nanoTime) {
        this.judge = new TokenJudge(keys);
        this.nanoTime = nanoTime;
    }

    /**
     * Who sent a record.
     *
     * @param appendTimeMs when the broker wrote it down, in ms since 1970
     * @throws KeysUnavailableException if the keys of tokens are not known yet
     */
    public Principal verify(Headers headers, long appendTimeMs) {
        Header header = authorization(headers);
        if (header == null || header.value() == null) {
            return Principal.unknown("The header %s with a token is missing".formatted(Topics.AUTHORIZATION_HEADER));
        }
        Verdict verdict = verdict(header.value());
        return appendTimeMs < verdict.expiresAtMs() ? verdict.principal() : Principal.unknown("The token has expired");
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

    private Verdict verdict(byte[] header) {
        if (header.length > HEADER_BYTES_MAXIMUM || header.length < Long.BYTES) {
            return refused(NO_TOKEN);
        }
        long end = ByteBuffer.wrap(header).getLong(header.length - Long.BYTES);
        Judged before = judged.get(end);
        long nowNanos = nanoTime.getAsLong();
        if (before != null && nowNanos - before.atNanos < JUDGED_ANEW_NANOS && Arrays.equals(before.header, header)) {
            return before.verdict;
        }
        String value = new String(header, StandardCharsets.UTF_8);
        if (!value.startsWith(TokenClaims.SCHEME)) {
            return refused(NO_TOKEN);
        }
        Verdict verdict = judge(value.substring(TokenClaims.SCHEME.length()).trim());
        if (verdict.principal().kind() != PrincipalKind.UNKNOWN) {
            judged.put(end, new Judged(header, verdict, nowNanos));
        }
        return verdict;
    }

    private Verdict judge(String token) {
        try {
            TokenClaims claims = judge.judge(token);
            return new Verdict(principal(claims), claims.expiresAt().toEpochMilli());
        } catch (TokenRefusedException e) {
            return refused(e.getMessage());
        }
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

    private static Verdict refused(String problem) {
        return new Verdict(Principal.unknown(problem), Long.MAX_VALUE);
    }
}
