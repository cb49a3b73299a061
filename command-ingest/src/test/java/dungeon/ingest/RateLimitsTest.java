package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final String BUY = "{\"type\":\"BuyRobots\",\"quantity\":1}";
    private static final String COMMANDS = "/games/%s/commands".formatted(UUID.randomUUID());

    private static FakePlatform platform;

    @BeforeAll
    static void start() {
        // Nothing comes back within the test.
        platform = FakePlatform.started(Map.of(
                "dungeon.ingest.limits.commandsPerRequest", 5,
                "dungeon.ingest.limits.commandsBurst", 6,
                "dungeon.ingest.limits.commandsPerSecond", 1,
                "dungeon.ingest.limits.registrationsBurst", 2,
                "dungeon.ingest.limits.registrationEvery", "1h",
                "dungeon.ingest.limits.mapTypesBurst", 1,
                "dungeon.ingest.limits.mapTypeEvery", "1h",
                "dungeon.ingest.trustedProxies", "127.0.0.1/32"));
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    private static Answer guestFrom(String address) {
        return platform.send(platform.request("/auth/guest")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static String token(String address) {
        return guestFrom(address).json().get("token").textValue();
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String array(int size) {
        return "[" + (BUY + ",").repeat(size - 1) + BUY + "]";
    }

    @Test
    void countsRegistrationsByAddress() {
        assertThat(header(guestFrom("192.0.2.1"), "RateLimit")).isEqualTo("\"registrations\";r=1;t=3600");
        guestFrom("192.0.2.1");
        Answer refused = guestFrom("192.0.2.1");

        assertThat(refused.problem()).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"registrations\";q=2;w=7200");
        // The seconds that a busy machine takes are back already.
        assertThat(header(refused, "RateLimit")).matches("\"registrations\";r=0;t=7(200|19.|18.)");
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(3_590, 3_600);
        assertThat(refused.json().get("detail").textValue())
                .startsWith(
                        "The rate of registrations is 1 in 3600 s and 2 at once, and 0 of 1 could be had now; come again in ");
        assertThat(guestFrom("192.0.2.2").status()).isEqualTo(201);
    }

    @Test
    void countsARequestAsItsCommands() {
        String token = token("192.0.2.3");
        int before = platform.brokers().written().size();

        assertThat(platform.post(COMMANDS, token, array(4)).status()).isEqualTo(202);
        Answer refused = platform.post(COMMANDS, token, array(5));
        assertThat(refused.problem()).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(header(refused, "Retry-After")).matches("[1-4]");
        assertThat(header(refused, "RateLimit-Policy")).isEqualTo("\"commands\";q=6;w=6");
        assertThat(platform.brokers().written()).hasSize(before + 4);
    }

    @Test
    void countsFaultyRequestsToo() {
        String token = token("192.0.2.4");

        assertThat(platform.post("/map-types", token, "{}").status()).isEqualTo(422);
        assertThat(platform.post("/map-types", token, "{}").problem()).isEqualTo("429 TOO_MANY_REQUESTS");
        assertThat(platform.post(COMMANDS, token, BUY).status()).isEqualTo(202);
    }

    @Test
    void doesNotCountTheAdministrator() {
        for (int i = 0; i < 3; i++) {
            Answer answer = platform.post(COMMANDS, platform.administratorToken(), array(5));
            assertThat(answer.status()).isEqualTo(202);
            assertThat(header(answer, "RateLimit")).isEmpty();
        }
    }

    @Test
    void tellsPagesOfOtherSites() {
        Answer answer = platform.send(platform.request("/auth/guest")
                .header("X-Forwarded-For", "192.0.2.5")
                .header("Origin", "https://example.org")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(header(answer, "Access-Control-Expose-Headers").split(", "))
                .contains("Retry-After", "RateLimit", "RateLimit-Policy");
    }
}
