package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakePlatform;
import dungeon.ingest.fake.SharedPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What answers tell browsers of themselves, and what they tell nobody. */
@ExtendWith(SharedPlatform.class)
class SecurityHeadersTest {
    private static final Map<String, List<String>> OF_ALL = Map.of(
            "x-content-type-options", List.of("nosniff"),
            "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"),
            "referrer-policy", List.of("no-referrer"),
            "cross-origin-resource-policy", List.of("same-origin"));
    private static final String TRANSPORT = "Strict-Transport-Security";

    @Test
    void standOnAnswersOfEachKind(FakePlatform platform) {
        Map<Integer, Answer> answers = Map.of(
                200, platform.get("/health/live"),
                201, platform.guest(),
                401, platform.post("/games", null, "{}"),
                404, platform.get("/nothing"),
                405,
                        platform.send(platform.request("/games")
                                .PUT(BodyPublishers.noBody())
                                .build()),
                413, platform.post("/players", null, "x".repeat(2 * 1024 * 1024)),
                422, platform.post("/players", null, "{}"));

        answers.forEach((status, answer) -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers().map()).as("%d", status).containsAllEntriesOf(OF_ALL);
            assertThat(answer.headers().allValues("Cache-Control"))
                    .as("%d", status)
                    .containsExactly("no-store");
            assertThat(answer.headers().map())
                    .as("%d", status)
                    .doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
        });
    }

    @Test
    void standOnWhatASessionBeginsWith(FakePlatform platform) {
        Answer session = platform.post("/auth/session", platform.guestToken(), "");

        assertThat(session.headers().firstValue("Set-Cookie")).isPresent();
        assertThat(session.headers().map()).containsAllEntriesOf(OF_ALL);
        assertThat(session.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void standOnWhatTheServerRefusesByItself(FakePlatform platform) throws IOException {
        Map<String, String> requests = Map.of(
                "GET /%zz HTTP/1.1\r\nHost: a",
                "400",
                "GET /a;b=%2 HTTP/1.1\r\nHost: a",
                "400",
                "POST /games/..;%zz/x HTTP/1.1\r\nHost: a",
                "400",
                "GARBAGE",
                "400",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000),
                "400",
                "GET / HTTP/9.1\r\nHost: a",
                "400",
                "POST /games HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: foo",
                "400",
                "TRACE / HTTP/1.1\r\nHost: a",
                "405");

        for (Map.Entry<String, String> request : requests.entrySet()) {
            String head = headOfAnswerTo(platform, request.getKey());
            Map<String, List<String>> headers = headers(head);
            assertThat(head).startsWith("HTTP/1.1 " + request.getValue());
            assertThat(headers).as(request.getKey()).containsAllEntriesOf(OF_ALL);
            assertThat(headers).as(request.getKey()).containsEntry("cache-control", List.of("no-store"));
            assertThat(headers).as(request.getKey()).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @Test
    void aRouteSaysItselfHowLongItsAnswerMayBeKept(FakePlatform platform) {
        assertThat(platform.get("/.well-known/jwks.json").headers().allValues("Cache-Control"))
                .containsExactly("no-cache");
    }

    @Test
    void tlsIsAskedForWhereATrustedProxySpeaksIt() throws IOException {
        try (FakePlatform behindAProxy =
                FakePlatform.started(Map.of("dungeon.ingest.trustedProxies", "127.0.0.1/32"))) {
            assertThat(overTls(behindAProxy).headers().allValues(TRANSPORT)).containsExactly("max-age=31536000");
            assertThat(behindAProxy.get("/health/live").headers().allValues(TRANSPORT))
                    .isEmpty();
        }
    }

    @Test
    void nobodyElseIsBelievedToSpeakTls(FakePlatform platform) {
        assertThat(overTls(platform).headers().allValues(TRANSPORT)).isEmpty();
    }

    private static Answer overTls(FakePlatform platform) {
        return platform.send(platform.request("/health/live")
                .header("X-Forwarded-Proto", "https")
                .build());
    }

    private static String headOfAnswerTo(FakePlatform platform, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), platform.port())) {
            socket.getOutputStream()
                    .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2)[0];
        }
    }

    private static Map<String, List<String>> headers(String head) {
        return Arrays.stream(head.split("\r\n"))
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.groupingBy(
                        line -> line[0].toLowerCase(Locale.ROOT),
                        Collectors.mapping(line -> line[1], Collectors.toList())));
    }
}
