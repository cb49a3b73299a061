package dungeon.standalone.registry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * Who may write schemas where everybody may read them: whoever has the token, which a registry believes that knows the key. Both are made
 * anew at each start and are never on a disk; a registry that comes back meanwhile is told the same key.
 *
 * @param publicKey in Base64, as Quarkus takes it
 * @param token a JWT that holds for longer than any process runs
 */
public record SchemaWriters(String publicKey, String token) {
    private static final int KEY_BITS = 2048;
    private static final Duration LIFETIME = Duration.ofDays(3650);

    /** New ones. */
    public static SchemaWriters make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            Instant now = Instant.now();
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader(JWSAlgorithm.RS256),
                    new JWTClaimsSet.Builder()
                            .subject("services")
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(LIFETIME)))
                            .build());
            jwt.sign(new RSASSASigner(pair.getPrivate()));
            return new SchemaWriters(
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()), jwt.serialize());
        } catch (NoSuchAlgorithmException | JOSEException e) {
            throw new IllegalStateException("This Java cannot make or use an RSA key: " + e.getMessage(), e);
        }
    }

    /** Without the token, which must not get into a log. */
    @Override
    public String toString() {
        return "SchemaWriters[publicKey=%s]".formatted(publicKey);
    }
}
