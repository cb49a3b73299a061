package dungeon.ingest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The RSA key pair that all tokens are signed with; made at the first start and kept in a file. */
public final class SigningKey {
    static final String FILE = "signing-key.jwk.json";
    private static final int KEY_BITS = 2048;

    private final RSAKey key;

    private SigningKey(RSAKey key) {
        this.key = key;
    }

    /**
     * The key in a folder, which gets one if it has none. Several instances that share a folder get the same key.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     * @throws IllegalStateException if the file is not a key; it is never replaced, because all tokens would become void
     */
    public static SigningKey in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                OwnerOnlyFile.createIfAbsent(file, generate().toJSONString());
            }
            // What is there counts, because another instance may have been first.
            return new SigningKey(parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write the signing key " + file + ": " + e, e);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make an RSA key: " + e.getMessage(), e);
        }
    }

    private static RSAKey generate() throws JOSEException {
        return new RSAKeyGenerator(KEY_BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static RSAKey parse(Path file) throws IOException {
        try {
            RSAKey key = RSAKey.parse(Files.readString(file));
            if (key.isPrivate()) {
                return key;
            }
        } catch (ParseException e) {
            throw unusable(file, e);
        }
        throw unusable(file, null);
    }

    private static IllegalStateException unusable(Path file, Exception cause) {
        return new IllegalStateException(
                "%s is no private RSA key; put the right file back, or remove it to start with a new key and void all tokens"
                        .formatted(file),
                cause);
    }

    /** The public part, as the JSON of a key set. */
    public String publicKeySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    RSAKey pair() {
        return key;
    }
}
