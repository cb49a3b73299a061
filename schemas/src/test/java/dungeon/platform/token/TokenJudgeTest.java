package dungeon.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dungeon.platform.envelope.PrincipalKind;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenJudgeTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String PLAYER_ID = "0b3c6a3a-3f4e-3a1c-8f43-9f4b1a1c0d0e";
    private static final RSAKey KEY = key();
    private static final TokenJudge JUDGE = new TokenJudge(new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())));

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void findsInATokenWhatWasSigned(PrincipalKind kind) throws TokenRefusedException {
        boolean named = kind == PrincipalKind.PLAYER || kind == PrincipalKind.REGISTRAR;
        TokenClaims claims = named
                ? TokenClaims.fresh(kind, PLAYER_ID, "Ada", NOW, NOW.plusSeconds(60))
                : TokenClaims.fresh(kind, "lobby", "lobby", NOW, NOW.plusSeconds(60));
        assertThat(JUDGE.judge(new TokenSigner(KEY).sign(claims))).isEqualTo(claims);
    }

    @Test
    void leavesTheTimeToWhoeverUsesTheVerdict() throws TokenRefusedException {
        TokenClaims claims = JUDGE.judge(new TokenSigner(KEY).sign(TokenClaims.administrator(Instant.EPOCH, NOW)));
        assertThat(claims.holdAt(NOW.minusMillis(1))).isTrue();
        assertThat(claims.holdAt(NOW)).isFalse();
    }

    @Test
    void refusesTheKeyOfSomebodyElseUnderTheSameId() {
        String forged = new TokenSigner(key()).sign(TokenClaims.administrator(NOW, NOW));
        assertRefused(forged, "The token does not hold: Signed JWT rejected: Invalid signature");
    }

    @Test
    void refusesATokenWithoutASignature() {
        assertRefused(new PlainJWT(claims().build()).serialize(), "Unsecured (plain) JWTs are rejected");
    }

    @Test
    void refusesATokenThatLacksAClaim() throws JOSEException {
        assertRefused(sign(claims().issuer("somebody")), "JWT iss claim value rejected");
        assertRefused(sign(claims().expirationTime(null)), "JWT missing required claims: [exp]");
        assertRefused(sign(claims().subject(null)), "JWT missing required claims: [sub]");
        assertRefused(sign(claims().claim("roles", null)), "JWT missing required claims: [roles]");
        assertRefused(sign(claims().claim("roles", "administrator")), "The token does not hold");
        assertRefused(sign(claims().claim("roles", List.of("king"))), "The token has no role here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "sub", "roles"})
    void refusesAClaimThatIsThereWithoutAValue(String claim) throws JOSEException {
        String claims =
                "{\"iss\":\"dungeon\",\"sub\":\"administrator\",\"roles\":[\"administrator\"],\"exp\":1900000000}";
        JWSObject token = new JWSObject(
                new JWSHeader(JWSAlgorithm.RS256),
                new Payload(claims.replaceAll("\"%s\":[^,}]*".formatted(claim), "\"%s\":null".formatted(claim))));
        token.sign(new RSASSASigner(KEY));
        assertRefused(token.serialize(), "The token has claims without a value");
    }

    @Test
    void refusesAPlayerWithoutAnIdOrAName() throws JOSEException {
        JWTClaimsSet.Builder player = claims().claim("roles", List.of("player"));
        assertRefused(sign(player.subject("ada").claim("name", "Ada")), "The token names no player");
        assertRefused(sign(player.subject(PLAYER_ID).claim("name", null)), "The token names no player");
    }

    @Test
    void findsTheGameToWhichATokenIsBound() throws TokenRefusedException {
        TokenClaims bound = TokenClaims.fresh(PrincipalKind.PLAYER, PLAYER_ID, "Ada", NOW, NOW)
                .boundTo("0198c0de-0000-7000-8000-000000000001");
        TokenClaims judged = JUDGE.judge(new TokenSigner(KEY).sign(bound));
        assertThat(judged).isEqualTo(bound);
        assertThat(judged.holdFor("0198c0de-0000-7000-8000-000000000001")).isTrue();
        assertThat(judged.holdFor("0198c0de-0000-7000-8000-000000000002")).isFalse();
        assertThat(judged.holdFor("player:ada")).isFalse();
    }

    @Test
    void refusesATokenThatIsBoundToWhatIsNoGame() throws JOSEException {
        assertRefused(sign(claims().claim("gameId", "*")), "The token is bound to what is no game");
    }

    @Test
    void takesATokenFromBeforeThereWereIds() throws Exception {
        TokenClaims older = JUDGE.judge(sign(claims()));
        assertThat(older.tokenId()).isNull();
        assertThat(older.issuedAt()).isEqualTo(Instant.EPOCH);
        assertThat(older.holdFor("any")).isTrue();
    }

    @Test
    void takesTheFirstOfSeveralRoles() throws Exception {
        String both = sign(claims().claim("roles", List.of("player", "administrator")));
        assertThat(JUDGE.judge(both).kind()).isEqualTo(PrincipalKind.ADMINISTRATOR);
    }

    @Test
    void refusesAnEndlessTokenWithoutReadingIt() {
        assertRefused("x".repeat(TokenJudge.LENGTH_MAXIMUM + 1), "The token has more than 4096 characters");
    }

    private static void assertRefused(String jwt, String reason) {
        assertThatThrownBy(() -> JUDGE.judge(jwt))
                .isInstanceOf(TokenRefusedException.class)
                .hasMessageContaining(reason);
    }

    // The library's claims are made of old dates.
    @SuppressWarnings("JavaUtilDate")
    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("dungeon")
                .subject("administrator")
                .claim("roles", List.of("administrator"))
                .expirationTime(Date.from(NOW));
    }

    private static String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(), claims.build());
        jwt.sign(new RSASSASigner(KEY));
        return jwt.serialize();
    }
}
