package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dungeon.app.TestTokens;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final Instant EXPIRES_AT = Instant.parse("2026-01-01T12:00:00Z");
    private static final long BEFORE_MS = EXPIRES_AT.toEpochMilli() - 1;
    private static final String PLAYER_ID = "00000000-0000-4000-8000-000000000001";

    private final TestTokens tokens = new TestTokens(EXPIRES_AT);
    private final TokenVerifier verifier = new TokenVerifier(tokens);

    @Test
    void tellsAPlayer() {
        assertThat(verify("Bearer " + tokens.player(PLAYER_ID, "Ada"), BEFORE_MS))
                .isEqualTo(Principal.player(PLAYER_ID, "Ada"));
    }

    @Test
    void tellsAnAdministrator() {
        assertThat(verify("Bearer " + tokens.administrator(), BEFORE_MS)).isEqualTo(Principal.administrator());
    }

    @Test
    void tellsTheIngestThatRegistersAPlayer() {
        assertThat(verify("Bearer " + tokens.registrar(PLAYER_ID, "Ada"), BEFORE_MS))
                .isEqualTo(Principal.registrar(PLAYER_ID, "Ada"));
    }

    @Test
    void tellsForWhichContextAServiceActs() {
        String token = tokens.sign(tokens.claims("service").subject("lobby").build());
        assertThat(verify("Bearer " + token, BEFORE_MS)).isEqualTo(Principal.service("lobby"));
    }

    @Test
    void judgesATokenByTheTimeOfTheCommandEvenIfItIsCached() {
        String header = "Bearer " + tokens.player(PLAYER_ID, "Ada");
        assertThat(verify(header, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
        assertThat(verify(header, BEFORE_MS + 1)).isEqualTo(Principal.unknown("The token has expired"));
        assertThat(verify(header, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
    }

    @Test
    void refusesAfterSomeSecondsATokenWhoseKeyWasTakenAwayAlthoughItWasJudgedBefore() {
        List<JWK> known = new ArrayList<>(List.of(tokens.publicKey()));
        long[] nowNanos = {0};
        TokenVerifier clocked = new TokenVerifier(
                (selector, context) -> selector.select(new JWKSet(List.copyOf(known))), () -> nowNanos[0]);
        Headers headers = headers("Bearer " + tokens.player(PLAYER_ID, "Ada"));
        assertThat(clocked.verify(headers, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
        known.clear();
        nowNanos[0] += TokenVerifier.JUDGED_ANEW_NANOS;
        assertThat(clocked.verify(headers, BEFORE_MS).kind()).isEqualTo(PrincipalKind.UNKNOWN);
    }

    @Test
    void refusesATokenOfAnotherKeyUnderTheSameId() {
        String forged = new TestTokens(EXPIRES_AT).player(PLAYER_ID, "Ada");
        assertThat(verify("Bearer " + forged, BEFORE_MS))
                .isEqualTo(Principal.unknown("The token does not hold: Signed JWT rejected: Invalid signature"));
    }

    @Test
    void refusesATokenWithoutSignature() {
        String plain = new PlainJWT(tokens.claims("administrator").build()).serialize();
        assertThat(verify("Bearer " + plain, BEFORE_MS).kind()).isEqualTo(PrincipalKind.UNKNOWN);
    }

    @Test
    void refusesATokenThatTakesThePublicKeyForASharedSecret() throws JOSEException {
        byte[] secret = tokens.publicKey().toJSONString().getBytes(StandardCharsets.UTF_8);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("test-key").build(),
                tokens.claims("administrator").build());
        jwt.sign(new MACSigner(secret));
        assertThat(verify("Bearer " + jwt.serialize(), BEFORE_MS))
                .isEqualTo(
                        Principal.unknown(
                                "The token does not hold: Signed JWT rejected: Another algorithm expected, or no matching key(s) found"));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        JWTClaimsSet claims = tokens.claims("administrator").issuer("somebody").build();
        assertThat(verify("Bearer " + tokens.sign(claims), BEFORE_MS).kind()).isEqualTo(PrincipalKind.UNKNOWN);
    }

    @Test
    void refusesAPlayerWithoutAnId() {
        JWTClaimsSet claims =
                tokens.claims("player").subject("ada").claim("name", "Ada").build();
        assertThat(verify("Bearer " + tokens.sign(claims), BEFORE_MS))
                .isEqualTo(Principal.unknown("The token names no player"));
    }

    @Test
    void refusesATokenThatWasChanged() {
        String token = tokens.player(PLAYER_ID, "Ada");
        String[] parts = token.split("\\.", -1);
        String others =
                tokens.player("00000000-0000-4000-8000-000000000002", "Eve").split("\\.", -1)[1];
        assertThat(verify("Bearer " + parts[0] + "." + others + "." + parts[2], BEFORE_MS)
                        .kind())
                .isEqualTo(PrincipalKind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic QWRh", "Bearer ..", "\0\0"})
    void refusesWhatIsNoToken(String header) {
        assertThat(verify(header, BEFORE_MS).kind()).isEqualTo(PrincipalKind.UNKNOWN);
    }

    @Test
    void takesAHeaderThatIsSpelledAsInHttp() {
        Headers headers = new RecordHeaders()
                .add("Authorization", ("Bearer " + tokens.administrator()).getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(headers, BEFORE_MS)).isEqualTo(Principal.administrator());
    }

    @Test
    void refusesARecordWithoutTheHeader() {
        assertThat(verifier.verify(new RecordHeaders(), BEFORE_MS))
                .isEqualTo(Principal.unknown("The header authorization with a token is missing"));
    }

    private Principal verify(String header, long stampMs) {
        return verifier.verify(headers(header), stampMs);
    }

    private static Headers headers(String authorization) {
        return new RecordHeaders().add(Topics.AUTHORIZATION_HEADER, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
