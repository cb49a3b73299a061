package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedPlatform.class)
class ServicesTest {
    private static final String PATH = "/auth/services/lobby";

    @Test
    void givesTheAdministratorATokenForAContext(FakePlatform platform) throws Exception {
        Answer answer = platform.post(PATH, platform.administratorToken(), null);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("context").asText()).isEqualTo("lobby");
        JWTClaimsSet claims =
                SignedJWT.parse(answer.json().path("token").asText()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("lobby");
        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("service"));
        Instant expiresAt = Instant.parse(answer.json().path("expiresAt").asText());
        assertThat(claims.getExpirationTime().toInstant()).isEqualTo(expiresAt);
        assertThat(Duration.between(claims.getIssueTime().toInstant(), expiresAt))
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void givesNobodyElseOne(FakePlatform platform) {
        assertThat(platform.post(PATH, null, null).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(platform.post(PATH, platform.guestToken(), null).problem()).isEqualTo("403 NOT_ADMINISTRATOR");
    }

    @Test
    void refusesWhatCannotBeAContext(FakePlatform platform) {
        assertThat(platform.post("/auth/services/Not-One", platform.administratorToken(), null)
                        .problem())
                .isEqualTo("422 MALFORMED");
    }

    @Test
    void aServicesTokenDoesNotHoldOverHttp(FakePlatform platform) {
        String token = platform.post(PATH, platform.administratorToken(), null)
                .json()
                .path("token")
                .asText();

        assertThat(platform.post("/games", token, "{}").problem()).isEqualTo("401 UNAUTHENTICATED");
    }
}
