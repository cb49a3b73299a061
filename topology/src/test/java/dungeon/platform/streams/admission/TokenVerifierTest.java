package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dungeon.app.TestTokens;
import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenTrust;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

    private static final String GAME_ID = "00000000-0000-7000-8000-000000000001";

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
    void refusesATokenWhoseKeyWasTakenAwayAlthoughItWasJudgedBefore() {
        ChangingTrust trust = new ChangingTrust(tokens.publicKey());
        TokenVerifier changing = new TokenVerifier(trust);
        Headers headers = headers("Bearer " + tokens.player(PLAYER_ID, "Ada"));
        assertThat(changing.verify(headers, GAME_ID, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
        trust.keys = new JWKSet();
        assertThat(changing.verify(headers, GAME_ID, BEFORE_MS).kind()).isEqualTo(PrincipalKind.UNKNOWN);
    }

    @Test
    void checksASignatureOnceAsLongAsTheKeysAreTheSame() {
        ChangingTrust trust = new ChangingTrust(tokens.publicKey());
        TokenVerifier changing = new TokenVerifier(trust);
        Headers headers = headers("Bearer " + tokens.player(PLAYER_ID, "Ada"));
        for (int i = 0; i < 10; i++) {
            assertThat(changing.verify(headers, GAME_ID, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
        }
        assertThat(trust.asked).isEqualTo(1);
    }

    @Test
    void refusesATokenThatWasRevokedAlthoughItWasJudgedBeforeAndNoOther() {
        Headers revoked = headers("Bearer " + tokens.sign(player("one").build()));
        Headers other = headers("Bearer " + tokens.sign(player("another").build()));
        assertThat(verifier.verify(revoked, GAME_ID, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
        tokens.revocations().addToken("one", PLAYER_ID, EXPIRES_AT);
        assertThat(verifier.verify(revoked, GAME_ID, BEFORE_MS)).isEqualTo(Principal.unknown("The token was revoked"));
        assertThat(verifier.verify(other, GAME_ID, BEFORE_MS).kind()).isEqualTo(PrincipalKind.PLAYER);
    }

    @Test
    void believesOfALogWhatWasAdmittedBeforeItsTokenWasRevoked() {
        Headers revoked = headers("Bearer " + tokens.sign(player("one").build()));
        tokens.revocations().addAllOf(PLAYER_ID, EXPIRES_AT, EXPIRES_AT);
        assertThat(verifier.verify(revoked, GAME_ID, BEFORE_MS).kind()).isEqualTo(PrincipalKind.UNKNOWN);
        assertThat(TokenVerifier.believe(revoked)).isEqualTo(Principal.player(PLAYER_ID, "Ada"));
    }

    @Test
    void believesATokenThatIsBoundToAGameForThatGameOnly() {
        Headers bound = headers(
                "Bearer " + tokens.sign(player("one").claim("gameId", GAME_ID).build()));
        assertThat(verifier.verify(bound, GAME_ID, BEFORE_MS)).isEqualTo(Principal.player(PLAYER_ID, "Ada"));
        for (String elsewhere : List.of("00000000-0000-7000-8000-000000000002", "player:ada", "")) {
            assertThat(verifier.verify(bound, elsewhere, BEFORE_MS))
                    .isEqualTo(Principal.unknown("The token holds for the game %s only".formatted(GAME_ID)));
        }
    }

    private JWTClaimsSet.Builder player(String tokenId) {
        return tokens.claims("player").subject(PLAYER_ID).claim("name", "Ada").jwtID(tokenId);
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
        assertThat(verifier.verify(headers, GAME_ID, BEFORE_MS)).isEqualTo(Principal.administrator());
    }

    @Test
    void refusesARecordWithoutTheHeader() {
        assertThat(verifier.verify(new RecordHeaders(), GAME_ID, BEFORE_MS))
                .isEqualTo(Principal.unknown("The header authorization with a token is missing"));
    }

    private Principal verify(String header, long stampMs) {
        return verifier.verify(headers(header), GAME_ID, stampMs);
    }

    private static Headers headers(String authorization) {
        return new RecordHeaders().add(Topics.AUTHORIZATION_HEADER, authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** Keys that come and go. */
    private static final class ChangingTrust implements TokenTrust {
        private final Revocations revocations = new Revocations();
        private JWKSet keys;
        private int asked;

        ChangingTrust(JWK key) {
            keys = new JWKSet(key);
        }

        @Override
        public Object edition() {
            return keys;
        }

        @Override
        public Revocations revocations() {
            return revocations;
        }

        @Override
        public List<JWK> get(JWKSelector selector, SecurityContext context) {
            asked++;
            return selector.select(keys);
        }
    }
}
