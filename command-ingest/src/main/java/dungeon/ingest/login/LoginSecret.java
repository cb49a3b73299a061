package dungeon.ingest.login;

import dungeon.ingest.identity.OwnerOnlyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What accounts elsewhere are known by without being named: their ids go into the log as a keyed hash only. Whoever has the log and
 * not the key can neither tell whose a login is nor try all ids. If the file is lost, no link is found again.
 */
final class LoginSecret {
    private static final String FILE = "login-secret.hex";
    private static final int SECRET_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    private LoginSecret(byte[] secret) {
        this.secret = secret;
    }

    /**
     * The secret in a folder, which gets one if it has none. Several instances that share a folder get the same.
     *
     * @throws UncheckedIOException if the file cannot be read or written
     * @throws IllegalStateException if the file is no secret; it is never replaced, because all links would be lost
     */
    static LoginSecret in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(fresh);
                OwnerOnlyFile.createIfAbsent(file, HexFormat.of().formatHex(fresh) + "\n");
            }
            byte[] secret = HexFormat.of().parseHex(Files.readString(file).strip());
            if (secret.length == SECRET_BYTES) {
                return new LoginSecret(secret);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file + ": " + e, e);
        } catch (IllegalArgumentException e) {
            throw unusable(file, e);
        }
        throw unusable(file, null);
    }

    private static IllegalStateException unusable(Path file, Exception cause) {
        return new IllegalStateException(
                "%s has not %d hexadecimal digits; put the right file back, or remove it to lose all links of accounts"
                        .formatted(file, 2 * SECRET_BYTES),
                cause);
    }

    /** What stands in the log for an account: 64 hexadecimal digits. */
    String hashOf(String provider, String id) {
        return HexFormat.of().formatHex(derive("login:" + provider + ":" + id));
    }

    /** A key of 32 bytes for a purpose of its own. */
    byte[] keyFor(String purpose) {
        return derive("key:" + purpose);
    }

    private byte[] derive(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
