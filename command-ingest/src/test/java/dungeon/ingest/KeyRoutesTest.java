package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a platform of its own, since the others go on to use the tokens that are revoked with a key here. */
class KeyRoutesTest {
    private static FakePlatform platform;

    @BeforeAll
    static void start() {
        platform = FakePlatform.started(Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    private static Answer keys(String token) {
        return platform.send(platform.request("/auth/keys")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private static String signing() {
        for (JsonNode key : keys(platform.administratorToken()).json()) {
            if (key.get("state").textValue().equals("SIGNING")) {
                return key.get("kid").textValue();
            }
        }
        throw new AssertionError("No key signs");
    }

    @Test
    void areForTheAdministratorOnly() {
        String player = platform.guestToken();

        assertThat(keys(player).problem()).isEqualTo("403 NOT_ADMINISTRATOR");
        assertThat(platform.post("/auth/keys", player, null).problem()).isEqualTo("403 NOT_ADMINISTRATOR");
        assertThat(platform.delete("/auth/keys/" + signing(), player).problem()).isEqualTo("403 NOT_ADMINISTRATOR");
        assertThat(platform.post("/auth/keys", null, null).problem()).isEqualTo("401 UNAUTHENTICATED");
    }

    @Test
    void publishANewKeyAtOnceAndLetNobodyCacheTheSet() {
        Answer made = platform.post("/auth/keys", platform.administratorToken(), null);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("state").textValue()).isEqualTo("UPCOMING");
        Answer published = platform.get("/.well-known/jwks.json");
        assertThat(published.text()).contains(made.json().get("kid").textValue());
        assertThat(published.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void takeAKeyAwayWithAllItsTokensTheAdministratorsToo() throws IOException {
        String administrator = platform.administratorToken();
        String player = platform.guestToken();
        String revoked = signing();

        assertThat(platform.delete("/auth/keys/" + revoked, administrator).status())
                .isEqualTo(204);

        assertThat(platform.get("/.well-known/jwks.json").text()).doesNotContain(revoked);
        assertThat(platform.post("/auth/token", player, null).problem()).isEqualTo("401 UNAUTHENTICATED");
        assertThat(keys(administrator).problem()).isEqualTo("401 UNAUTHENTICATED");
        await().until(() -> !platform.administratorToken().equals(administrator));
        assertThat(keys(platform.administratorToken()).status()).isEqualTo(200);
        assertThat(platform.post("/auth/token", platform.guestToken(), null).status())
                .isEqualTo(201);
        assertThat(platform.delete("/auth/keys/" + revoked, platform.administratorToken())
                        .problem())
                .isEqualTo("404 UNKNOWN_KEY");
    }

    @Test
    void followWhatHappensInTheFolder() throws IOException {
        String fresh = platform.post("/auth/keys", platform.administratorToken(), null)
                .json()
                .get("kid")
                .textValue();

        Files.delete(platform.dataDir().resolve("signing-key.%s.jwk.json".formatted(fresh)));

        await().until(() -> !platform.get("/.well-known/jwks.json").text().contains(fresh));
    }
}
