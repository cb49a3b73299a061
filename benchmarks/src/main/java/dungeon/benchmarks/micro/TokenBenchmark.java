package dungeon.benchmarks.micro;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.platform.token.TokenClaims;
import dungeon.platform.token.TokenSigner;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Tokens verified per second: one that was seen before, and one that was not. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
public class TokenBenchmark {
    private static final int KEY_BITS = 2048;
    private static final Instant EXPIRES_AT = Instant.parse("2026-01-02T00:00:00Z");
    private static final long STAMP_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private Headers headers;
    private JWKSource<SecurityContext> keys;
    private TokenVerifier verifier;

    @Setup
    public void sign() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("benchmark").generate();
        keys = new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
        verifier = new TokenVerifier(keys);
        TokenClaims claims = TokenClaims.fresh(
                PrincipalKind.PLAYER, LobbySubjects.playerId("Ada"), "Ada", Instant.ofEpochMilli(STAMP_MS), EXPIRES_AT);
        String token = new TokenSigner(key).sign(claims);
        headers = new RecordHeaders();
        headers.add(Topics.AUTHORIZATION_HEADER, (TokenClaims.SCHEME + token).getBytes(StandardCharsets.UTF_8));
        if (verified(verifier).kind() != PrincipalKind.PLAYER) {
            throw new IllegalStateException("The token does not hold: " + verified(verifier));
        }
    }

    @Benchmark
    public Principal seenBefore() {
        return verified(verifier);
    }

    @Benchmark
    public Principal seenForTheFirstTime() {
        return verified(new TokenVerifier(keys));
    }

    private Principal verified(TokenVerifier by) {
        return by.verify(headers, "any game", STAMP_MS);
    }
}
