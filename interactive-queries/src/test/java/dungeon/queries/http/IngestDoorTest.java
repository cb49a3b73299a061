package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.queries.http.OwnBuffersTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to the one door and taken by command-ingest. */
class IngestDoorTest {
    @TempDir
    private static Path stateDir;

    private static FakeIngest ingest;
    private static TestInstance instance;

    @BeforeAll
    static void open() throws IOException {
        ingest = new FakeIngest();
        instance = new TestInstance(stateDir.resolve("one"), "ingest.url", ingest.url());
    }

    @AfterAll
    static void close() {
        instance.close();
        ingest.close();
    }

    @Test
    void passesOnMethodPathQueryTokenAndBody() {
        HttpResponse<String> answer = post("/ingest/games/1/commands?wait=5000", "{\"type\": \"x\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("POST /games/1/commands?wait=5000 Bearer abc 13 {\"type\": \"x\"}");
        assertThat(answer.headers().firstValue("RateLimit")).hasValue("500");
        assertThat(instance.get("/ingest/openapi.json").body()).isEqualTo("GET /openapi.json null 0 ");
    }

    @Test
    void passesOnABodyThatNothingElseHereWouldTake() {
        assertThat(post("/ingest/map-types", "x".repeat(900_000)).body())
                .isEqualTo("POST /map-types Bearer abc 900000 " + "x".repeat(20));
        assertThat(post("/games", "x").statusCode()).isEqualTo(405);
    }

    @Test
    void saysOfWhomARequestIsBehindWhatTheSenderClaims() {
        instance.get("/ingest/a");
        assertThat(ingest.forwardedFor()).last().isEqualTo("127.0.0.1");
        instance.get("/ingest/a", "X-Forwarded-For", "10.1.2.3", "X-Forwarded-For", "10.1.2.4, 10.1.2.5");
        assertThat(ingest.forwardedFor()).last().isEqualTo("10.1.2.3, 10.1.2.4, 10.1.2.5, 127.0.0.1");
    }

    @Test
    void passesOnInBuffersThatNobodyElseGets() throws Exception {
        Server server = new Server();
        IngestDoor door = new IngestDoor("http://127.0.0.1:1", "*");
        server.setHandler(door);
        server.start();
        try {
            assertThat(door.getBeans(ProxyHandler.class)).singleElement().satisfies(proxy -> {
                HttpClient client = proxy.getHttpClient();
                OwnBuffersTest.assertOwn(
                        client.getByteBufferPool(),
                        client.isUseInputDirectByteBuffers(),
                        client.isUseOutputDirectByteBuffers());
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void leadsNowhereElse() {
        assertThat(instance.get("/ingest/../games").body()).doesNotContain("GET /");
        assertThat(instance.get("/ingest/%2e%2e/x").body()).doesNotStartWith("GET /..");
        GameRoutesTest.assertProblem(instance.get("/ingest"), 404, "UNKNOWN_ROUTE");
    }

    @Test
    void passesOnWhatIsEncodedAsItIs() {
        for (String path : List.of("/a%0D%0AHost:%20x", "/a%20b", "/%7Bx%7D", "/a?x=%0d%0a&y=%2f")) {
            assertThat(instance.get("/ingest" + path).body()).isEqualTo("GET %s null 0 ".formatted(path));
        }
    }

    @Test
    void breaksOffWhatCommandIngestBreaksOff() {
        assertThatThrownBy(() -> instance.get("/ingest/broken")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void passesOnNoAddressThatIsNone() throws IOException {
        for (String address : List.of("/ingest/a?x={}", "/ingest/a?x=%u002e", "/ingest/a?%", "/ingest/%zz")) {
            assertThat(answerTo("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(address)))
                    .as(address)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"MALFORMED\"");
        }
    }

    private static String answerTo(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), instance.self().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void takesNoTokenForThatOfTheRequestBeforeWhoseLettersHaveAnotherCase() throws IOException {
        String head = "GET /ingest/a HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n";
        assertThat(answerTo(head.formatted("abc") + "\r\n" + head.formatted("aBc") + "Connection: close\r\n\r\n"))
                .contains("GET /a Bearer abc 0 ", "GET /a Bearer aBc 0 ");
    }

    @Test
    void saysWhoseFaultABodyIsThatCannotBeRead() throws IOException {
        assertThat(answerTo("POST /ingest/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"MALFORMED\"");
    }

    @Test
    void passesOnWhatABrowserAsksBeforehand() {
        HttpResponse<String> answer = instance.send(HttpRequest.newBuilder(instance.uri("/ingest/games"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.body()).isEqualTo("OPTIONS /games null 0 ");
    }

    @Test
    void saysThatCommandIngestIsAway() throws IOException {
        try (TestInstance without = new TestInstance(
                stateDir.resolve("other"), "ingest.url", "http://127.0.0.1:" + TestInstance.freePort())) {
            HttpResponse<String> answer = without.get("/ingest/games");
            GameRoutesTest.assertProblem(answer, 503, "NOT_AVAILABLE");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }
    }

    private static HttpResponse<String> post(String path, String body) {
        return instance.send(HttpRequest.newBuilder(instance.uri(path))
                .header("Authorization", "Bearer abc")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
