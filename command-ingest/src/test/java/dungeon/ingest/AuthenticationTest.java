package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class AuthenticationTest {
    private static final String PATH = "/games/" + UUID.randomUUID() + "/participants";

    @Test
    void refusesRequestsWithoutAToken(FakePlatform platform) {
        Answer answer = platform.post(PATH, null, null);

        assertThat(answer.problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refusesWhatIsNoToken(FakePlatform platform) {
        assertThat(platform.post(PATH, "nonsense", null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void refusesOtherSchemes(FakePlatform platform) {
        Answer answer = platform.send(platform.request(PATH)
                .header("Authorization", "Basic YTpi")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(answer.problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void refusesATokenOfAnotherKeyWithTheSameKeyId(FakePlatform platform) throws Exception {
        SignedJWT genuine = SignedJWT.parse(platform.guestToken());
        RSAKey foreign = new RSAKeyGenerator(2048).generate();
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(genuine.getHeader().getKeyID())
                        .build(),
                genuine.getJWTClaimsSet());
        forged.sign(new RSASSASigner(foreign));

        assertThat(platform.post(PATH, forged.serialize(), null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void refusesAChangedToken(FakePlatform platform) throws Exception {
        String[] parts = platform.guestToken().split("\\.");
        JWTClaimsSet promoted = new JWTClaimsSet.Builder(
                        SignedJWT.parse(String.join(".", parts)).getJWTClaimsSet())
                .claim("roles", java.util.List.of("administrator"))
                .build();
        String forged = parts[0] + "." + promoted.toPayload().toBase64URL() + "." + parts[2];

        assertThat(platform.post(PATH, forged, null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void refusesATokenWithoutASignature(FakePlatform platform) throws Exception {
        PlainJWT unsigned = new PlainJWT(SignedJWT.parse(platform.guestToken()).getJWTClaimsSet());

        assertThat(platform.post(PATH, unsigned.serialize(), null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void letsPlayersDoNothingThatIsTheAdministrators(FakePlatform platform) {
        Answer answer = platform.post("/games", platform.guestToken(), "{}");

        assertThat(answer.problem()).isEqualTo("403 NOT_ADMINISTRATOR");
    }

    @Test
    void letsTheAdministratorPlayNoGames(FakePlatform platform) {
        assertThat(platform.post(PATH, platform.administratorToken(), null).problem())
                .isEqualTo("403 NOT_A_PLAYER");
        assertThat(platform.post("/practice-games", platform.administratorToken(), null)
                        .problem())
                .isEqualTo("403 NOT_A_PLAYER");
    }

    @Test
    void asksForTheTokenBeforeItLooksAtTheBody(FakePlatform platform) {
        assertThat(platform.post("/games", null, "{").problem()).isEqualTo("401 UNAUTHENTICATED");
    }
}
