package dungeon.ingest.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;

/**
 * An RSA key pair with which tokens are signed. Its times are whole seconds and stand in its JWK, as {@code iat} and {@code nbf}.
 *
 * @param pair of 2048 bits
 * @param createdAt when it was made
 * @param signsFrom from when on it signs; before, it is only published, so that everybody knows it when its first token comes
 */
record SigningKey(RSAKey pair, Instant createdAt, Instant signsFrom) {
    private static final int KEY_BITS = 2048;

    /** Of two that begin at the same moment, the same one signs everywhere. */
    static final Comparator<SigningKey> BY_START =
            Comparator.comparing(SigningKey::signsFrom).thenComparing(SigningKey::keyId);

    /** A new one. */
    // The library's keys are made of old dates.
    @SuppressWarnings("JavaUtilDate")
    static SigningKey fresh(Instant createdAt, Instant signsFrom) {
        try {
            RSAKey pair = new RSAKeyGenerator(KEY_BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .issueTime(Date.from(createdAt))
                    .notBeforeTime(Date.from(signsFrom))
                    .keyIDFromThumbprint(true)
                    .generate();
            return new SigningKey(pair, createdAt, signsFrom);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot make an RSA key: " + e.getMessage(), e);
        }
    }

    /**
     * A key that was kept.
     *
     * @param jwk as {@link #toJson} has written it; a key from before there were times has signed ever since
     * @throws ParseException if it is no private RSA key with an id
     */
    static SigningKey parse(String jwk) throws ParseException {
        RSAKey pair = RSAKey.parse(jwk);
        if (!pair.isPrivate() || pair.getKeyID() == null) {
            throw new ParseException("It has no private part, or no id", 0);
        }
        return new SigningKey(pair, instant(pair.getIssueTime()), instant(pair.getNotBeforeTime()));
    }

    private static Instant instant(Date date) {
        return date == null ? Instant.EPOCH : date.toInstant();
    }

    String keyId() {
        return pair.getKeyID();
    }

    /** All of it, the private part too. */
    String toJson() {
        return pair.toJSONString();
    }

    /** The key that can be shown to everybody; nothing that is logged may tell more. */
    @Override
    public String toString() {
        return "key " + keyId();
    }
}
