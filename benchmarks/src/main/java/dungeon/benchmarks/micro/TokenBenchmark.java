package dungeon.benchmarks.micro;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.Ids;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.streams.admission.KeySource;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private static final long EXPIRES_AT_S =
            Instant.parse("2026-01-02T00:00:00Z").getEpochSecond();
    private static final long STAMP_MS = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private Headers headers;
    private KeySource keys;
    private TokenVerifier verifier;

    @Setup
    public void sign() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(KEY_BITS).keyID("benchmark").generate();
        Optional<JWK> publicKey = Optional.of(key.toPublicJWK());
        keys = keyId -> publicKey;
        verifier = new TokenVerifier(keys);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer("dungeon")
                .subject(Ids.nameBased("player:ada"))
                .claim("name", "Ada")
                .claim("roles", List.of("player"))
                .claim("exp", EXPIRES_AT_S)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        headers = new RecordHeaders();
        headers.add(Topics.AUTHORIZATION_HEADER, ("Bearer " + token.serialize()).getBytes(StandardCharsets.UTF_8));
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
        return by.verify(headers, STAMP_MS);
    }
}
