package dungeon.standalone.secure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tokens that the platform would not give anybody. */
final class TestTokens {
    private final RSAKey key;

    private TestTokens(RSAKey key) {
        this.key = key;
    }

    static TestTokens with(RSAKey key) {
        return new TestTokens(key);
    }

    /** Signed with the installation's own key. */
    static TestTokens ofInstallation(Path ingestFolder) throws IOException {
        try (Stream<Path> files = Files.list(ingestFolder)) {
            return files.map(TestTokens::privateKey)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .map(TestTokens::new)
                    .orElseThrow();
        }
    }

    /** Signed with another key, which says that it is that one. */
    TestTokens forged() throws JOSEException {
        return new TestTokens(new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
    }

    String player(String playerId, Instant expiresAt) throws JOSEException {
        return of("dungeon", playerId, expiresAt);
    }

    String of(String issuer, String subject, Instant expiresAt) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(subject)
                        .claim("name", "somebody")
                        .claim("roles", List.of("player"))
                        .issueTime(Date.from(expiresAt.minusSeconds(3_600)))
                        .expirationTime(Date.from(expiresAt))
                        .build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static Optional<RSAKey> privateKey(Path file) {
        try {
            String text = Files.isRegularFile(file) ? Files.readString(file) : "";
            List<JWK> found = text.contains("\"keys\"")
                    ? JWKSet.parse(text).getKeys()
                    : text.contains("\"kty\"") ? List.of(JWK.parse(text)) : List.of();
            return found.stream().filter(JWK::isPrivate).map(JWK::toRSAKey).findFirst();
        } catch (IOException | ParseException e) {
            return Optional.empty();
        }
    }
}
