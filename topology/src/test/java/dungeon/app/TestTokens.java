package dungeon.app;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenTrust;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An ingest's key and the tokens that it signs. */
public final class TestTokens implements TokenTrust {
    private final RSAKey key;
    private final Instant expiresAt;
    private final Revocations revocations = new Revocations();

    public TestTokens(Instant expiresAt) {
        this.expiresAt = expiresAt;
        try {
            key = new RSAKeyGenerator(2048).keyID("test-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String player(String playerId, String playerName) {
        return sign(claims("player").subject(playerId).claim("name", playerName).build());
    }

    public String registrar(String playerId, String playerName) {
        return sign(
                claims("registrar").subject(playerId).claim("name", playerName).build());
    }

    public String administrator() {
        return sign(claims("administrator").subject("administrator").build());
    }

    // The library's claims are made of old dates.
    @SuppressWarnings("JavaUtilDate")
    public JWTClaimsSet.Builder claims(String role) {
        return new JWTClaimsSet.Builder()
                .issuer("dungeon")
                .claim("roles", List.of(role))
                .expirationTime(Date.from(expiresAt));
    }

    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public JWK publicKey() {
        return key.toPublicJWK();
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) {
        return selector.select(new JWKSet(publicKey()));
    }

    @Override
    public Object edition() {
        return key;
    }

    @Override
    public Revocations revocations() {
        return revocations;
    }
}
