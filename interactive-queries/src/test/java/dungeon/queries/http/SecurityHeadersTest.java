package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.queries.TestGame;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What answers tell browsers of themselves, and what they tell nobody. The history and the analytics answer with the same server. */
class SecurityHeadersTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String POLICY = "content-security-policy";
    private static final String TRANSPORT = "strict-transport-security";
    private static final Map<String, List<String>> OF_ALL = Map.of(
            "x-content-type-options",
            List.of("nosniff"),
            "referrer-policy",
            List.of("no-referrer"),
            "cross-origin-resource-policy",
            List.of("same-origin"));
    private static final List<String> NO_PAGE = List.of("default-src 'none'; frame-ancestors 'none'");

    @TempDir
    private static Path stateDir;

    private static FakeIngest ingest;
    private static TestInstance instance;

    @BeforeAll
    static void open() throws IOException {
        ingest = new FakeIngest();
        instance = new TestInstance(stateDir.resolve("one"), "ingest.url", ingest.url());
        instance.views.pipe(TestGame.ended(GAME).events());
    }

    @AfterAll
    static void close() {
        instance.close();
        ingest.close();
    }

    @Test
    void standOnAnswersOfEachKind() {
        Map<String, Integer> answers = Map.of(
                "/games",
                200,
                "/games/" + GAME,
                200,
                "/games/" + GAME + "/events",
                200,
                "/metrics",
                200,
                "/openapi.json",
                200,
                "/games/20000000-0000-4000-8000-000000000002",
                404,
                "/nothing",
                404,
                "/history/games",
                404,
                "/games?limit=x",
                400,
                "/ingest/games",
                202);

        answers.forEach((path, status) -> {
            HttpResponse<String> answer = instance.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertNoPage(path, answer);
        });
        assertNoPage("another method", send("PUT", "/games"));
        assertNoPage("head", send("HEAD", "/games"));
    }

    @Test
    void standOnWhatTheServerRefusesByItself() throws IOException {
        Map<String, String> requests = Map.of(
                "GET /%zz HTTP/1.1\r\nHost: a",
                "400",
                "GARBAGE",
                "400",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000),
                "431",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a",
                "414",
                "GET / HTTP/9.1\r\nHost: a",
                "400",
                "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: foo",
                "400");

        for (Map.Entry<String, String> request : requests.entrySet()) {
            String head = headOfAnswerTo(request.getKey());
            assertThat(head).startsWith("HTTP/1.1 " + request.getValue());
            assertThat(headers(head))
                    .as(request.getKey())
                    .containsAllEntriesOf(OF_ALL)
                    .containsEntry(POLICY, NO_PAGE)
                    .doesNotContainKeys("server", "x-powered-by");
        }
    }

    @Test
    void standOnTheAnswerThatCommandIngestIsAway() throws IOException {
        try (TestInstance without = new TestInstance(
                stateDir.resolve("without"), "ingest.url", "http://127.0.0.1:" + TestInstance.freePort())) {
            assertNoPage("away", without.get("/ingest/games"));
        }
    }

    /** Two policies of one kind would both hold, and two times the same is a riddle. */
    @Test
    void standOnceIfCommandIngestHasThemToo() {
        HttpResponse<String> answer = instance.get("/ingest/with-headers");

        assertNoPage("passed on", answer);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @Test
    void thePageHasAPolicyOfItsOwnAndWindowsOfOthersDoNotHoldIt() {
        for (String path : List.of("/", "/theme.js", "/favicon.svg")) {
            Map<String, List<String>> headers = instance.get(path).headers().map();
            assertThat(headers).as(path).containsAllEntriesOf(OF_ALL);
            assertThat(headers).as(path).containsEntry("cross-origin-opener-policy", List.of("same-origin"));
            assertThat(headers.get(POLICY)).as(path).hasSize(1);
            assertThat(headers.get(POLICY).get(0)).as(path).contains("script-src 'self'");
        }
    }

    @Test
    void tlsIsAskedForWhereATrustedProxySpeaksIt() throws IOException {
        try (TestInstance behindAProxy =
                new TestInstance(stateDir.resolve("proxy"), "trusted.proxies", "127.0.0.0/8")) {
            assertThat(behindAProxy
                            .get("/games", "X-Forwarded-Proto", "https")
                            .headers()
                            .allValues(TRANSPORT))
                    .containsExactly("max-age=31536000");
            assertThat(behindAProxy.get("/games").headers().allValues(TRANSPORT))
                    .isEmpty();
        }
    }

    @Test
    void nobodyElseIsBelievedToSpeakTls() {
        assertThat(instance.get("/games", "X-Forwarded-Proto", "https")
                        .headers()
                        .allValues(TRANSPORT))
                .isEmpty();
    }

    private static void assertNoPage(String what, HttpResponse<String> answer) {
        assertThat(answer.headers().map())
                .as(what)
                .containsAllEntriesOf(OF_ALL)
                .containsEntry(POLICY, NO_PAGE)
                .doesNotContainKeys("server", "x-powered-by", TRANSPORT);
    }

    private static HttpResponse<String> send(String method, String path) {
        return instance.send(HttpRequest.newBuilder(instance.uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private static String headOfAnswerTo(String head) throws IOException {
        try (Socket socket = new Socket(instance.self().host(), instance.self().port())) {
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
