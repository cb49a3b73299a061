package dungeon.platform.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;
import java.util.List;

/** Makes the tokens that a {@link TokenJudge} with the public part of the same key believes. */
public final class TokenSigner {
    private final JWSHeader header;
    private final JWSSigner signer;

    /**
     * Signs with a key.
     *
     * @throws IllegalStateException if the key cannot sign
     */
    public TokenSigner(RSAKey key) {
        header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        try {
            signer = new RSASSASigner(key);
        } catch (JOSEException e) {
            throw unable(e);
        }
    }

    /** A token, without the scheme. */
    public String sign(TokenClaims claims) {
        SignedJWT jwt = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(TokenClaims.ISSUER)
                        .subject(claims.subject())
                        .jwtID(claims.tokenId())
                        .claim(TokenClaims.NAME, claims.name())
                        .claim(TokenClaims.ROLES, List.of(TokenJudge.role(claims.kind())))
                        .claim(TokenClaims.GAME_ID, claims.gameId())
                        .issueTime(Date.from(claims.issuedAt()))
                        .expirationTime(Date.from(claims.expiresAt()))
                        .build());
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw unable(e);
        }
        return jwt.serialize();
    }

    private static IllegalStateException unable(JOSEException e) {
        return new IllegalStateException("The signing key cannot sign: " + e.getMessage(), e);
    }
}
