package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.queries.TestGame;
import dungeon.queries.lobby.TestLobby;
import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherRoutesTest {
    private static final String NOBODY = "40000000-0000-4000-8000-000000000004";

    @TempDir
    private Path stateDir;

    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir);
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void aPlayer() {
        assertThat(instance.get("/players/" + TestLobby.PLAYER_ID).body())
                .isEqualTo("{\"playerId\":\"%s\",\"playerName\":\"Anna\",\"registeredAt\":\"2026-05-01T11:00:00Z\"}"
                        .formatted(TestLobby.PLAYER_ID));
        GameRoutesTest.assertProblem(instance.get("/players/" + NOBODY), 404, "UNKNOWN_PLAYER");
        GameRoutesTest.assertProblem(instance.get("/players/anna"), 400, "MALFORMED");
    }

    @Test
    void theMapTypes() {
        JsonNode answer = instance.json("/map-types").path("mapTypes");

        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).path("mapTypeId").asText()).isEqualTo(TestLobby.MAP_TYPE_ID);
        assertThat(answer.get(0).path("name").asText()).isEqualTo("example");
        assertThat(answer.get(0).path("createdAt").asText()).isEqualTo("2026-05-01T11:00:00Z");
    }

    @Test
    void aMapTypeInTheFormInWhichItCanBeStoredAgain() {
        assertThat(instance.json("/map-types/" + TestLobby.MAP_TYPE_ID))
                .isEqualTo(JsonWriter.write(TestGame.exampleMap()));
        GameRoutesTest.assertProblem(instance.get("/map-types/" + NOBODY), 404, "UNKNOWN_MAP_TYPE");
    }

    @Test
    void deniesNothingWhileTheLobbyIsBeingRead() {
        instance.lobbyIncomplete = Optional.of("The lobby is being read");

        GameRoutesTest.assertProblem(instance.get("/players/" + NOBODY), 503, "NOT_AVAILABLE");
        GameRoutesTest.assertProblem(instance.get("/map-types/" + NOBODY), 503, "NOT_AVAILABLE");
        GameRoutesTest.assertProblem(instance.get("/map-types"), 503, "NOT_AVAILABLE");
        assertThat(instance.get("/players/" + TestLobby.PLAYER_ID).statusCode()).isEqualTo(200);
    }

    @Test
    void findsAPlayerWhoRegisteredAMomentAgo() throws Exception {
        String path = "/players/" + NOBODY;
        instance.lobbyUpToNow = new CompletableFuture<>();
        CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(() -> instance.get(path));

        TestLobby.register(instance.lobby, NOBODY, "Bert");
        instance.lobbyUpToNow.complete(null);

        assertThat(waiting.get().statusCode()).isEqualTo(200);
        instance.lobbyUpToNow = CompletableFuture.failedFuture(new NotAvailableException("The views are behind"));
        assertThat(instance.get(path).statusCode()).isEqualTo(200);
        GameRoutesTest.assertProblem(instance.get("/map-types/" + NOBODY), 503, "NOT_AVAILABLE");
    }

    @Test
    void givesMapTypesInPages() {
        TestLobby.store(instance.lobby, NOBODY);

        JsonNode first = instance.json("/map-types?limit=1");
        JsonNode second =
                instance.json("/map-types?limit=1&after=" + first.path("next").asText());

        assertThat(first.path("mapTypes")).hasSize(1);
        assertThat(second.path("mapTypes").get(0).path("mapTypeId").asText()).isEqualTo(NOBODY);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void tellsHowItIs() {
        assertThat(instance.get("/health/live").body()).isEqualTo("{\"status\":\"UP\",\"reasons\":[]}");
        assertThat(instance.get("/health/ready").statusCode()).isEqualTo(200);

        instance.problems = List.of("The broker does not answer");
        HttpResponse<String> response = instance.get("/health/ready");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"status\":\"DOWN\",\"reasons\":[\"The broker does not answer\"]}");
        assertThat(instance.get("/health/live").statusCode()).isEqualTo(200);

        instance.fatalProblems = List.of("The views have failed");
        assertThat(instance.get("/health/live").statusCode()).isEqualTo(503);

        assertThat(instance.get("/health/started").statusCode()).isEqualTo(200);
        instance.startProblems = List.of("The stores are restored");
        assertThat(instance.get("/health/started").body())
                .isEqualTo("{\"status\":\"DOWN\",\"reasons\":[\"The stores are restored\"]}");
    }

    @Test
    void givesMetrics() {
        HttpResponse<String> response = instance.get("/metrics");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Content-Type")).startsWith("text/plain");
    }

    @Test
    void refusesOtherMethodsAndUnknownPaths() {
        HttpResponse<String> response = instance.send(HttpRequest.newBuilder(instance.uri("/games"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        GameRoutesTest.assertProblem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(GameRoutesTest.header(response, "Allow")).isEqualTo("GET, HEAD");
        GameRoutesTest.assertProblem(instance.get("/robots"), 404, "UNKNOWN_ROUTE");
        // Refused before any route is looked for.
        GameRoutesTest.assertProblem(instance.get("/%2e%2e/etc/passwd"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(instance.get("/games", "X-Long", "x".repeat(20_000)), 431, "MALFORMED");
    }

    /** What comes after it on the connection would be taken for an answer. */
    @Test
    void saysThatItEndsTheConnectionOnWhatIsNoProperRequest() throws IOException {
        assertThat(answerTo("HEAD /%2e%2e/x HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nConnection: close\r\n");
    }

    @Test
    void refusesAnAddressThatCannotBeDecoded() throws IOException {
        for (String address : List.of(
                "/games/%u002e", "/games/%zz", "/games/%2", "/games?limit=%", "/games?limit=%E1%99", "/players/%ff")) {
            assertThat(answerTo("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(address)))
                    .as(address)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"code\":\"MALFORMED\"");
        }
        assertThat(instance.get("/players/%41nna?x=%C3%A9").statusCode()).isEqualTo(400);
    }

    @Test
    void takesAnHttpThatThereIsNotForTheSendersFault() throws IOException {
        assertThat(answerTo("GET /games HTTP/9.9\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    private String answerTo(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), instance.self().port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersHeadAsGetWithoutABody() {
        instance.problems = List.of("The broker does not answer");
        HttpResponse<String> ready = head("/health/ready");
        HttpResponse<String> player = head("/players/" + TestLobby.PLAYER_ID);

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEmpty();
        assertThat(head("/games/" + NOBODY).statusCode()).isEqualTo(404);
        assertThat(player.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(player, "Content-Type")).startsWith("application/json");
        assertThat(head("/robots").statusCode()).isEqualTo(404);
    }

    @Test
    void findsAnIdInAnySpelling() {
        assertThat(instance.get("/players/" + TestLobby.PLAYER_ID.toUpperCase(Locale.ROOT))
                        .body())
                .isEqualTo(instance.get("/players/" + TestLobby.PLAYER_ID).body());
    }

    @Test
    void letsPagesOfOtherSitesAsk() {
        HttpResponse<String> preflight = instance.send(HttpRequest.newBuilder(instance.uri("/map-types"))
                .header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
        HttpResponse<String> answer = instance.get("/map-types", "Origin", "https://page.example");
        HttpResponse<String> problem = instance.get("/players/" + NOBODY, "Origin", "https://page.example");

        assertThat(preflight.statusCode()).isEqualTo(200);
        for (HttpResponse<String> response : List.of(preflight, answer, problem)) {
            assertThat(GameRoutesTest.header(response, "Access-Control-Allow-Origin"))
                    .isEqualTo("*");
        }
        assertThat(GameRoutesTest.header(answer, "Access-Control-Expose-Headers"))
                .contains("Dungeon-Sequence", "Dungeon-Stale", "Retry-After");
    }

    @Test
    void letsOnlyThePagesAskThatAreNamed() throws IOException {
        try (TestInstance strict =
                new TestInstance(stateDir.resolve("strict"), "http.allowed.origins", "https://page.example")) {
            HttpResponse<String> own = strict.get("/map-types", "Origin", "https://page.example");
            HttpResponse<String> other = strict.get("/map-types", "Origin", "https://other.example");

            assertThat(GameRoutesTest.header(own, "Access-Control-Allow-Origin"))
                    .isEqualTo("https://page.example");
            assertThat(GameRoutesTest.header(other, "Access-Control-Allow-Origin"))
                    .isNull();
        }
    }

    private HttpResponse<String> head(String path) {
        return instance.send(HttpRequest.newBuilder(instance.uri(path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() {
        String port = String.valueOf(instance.self().port());

        assertThatThrownBy(() -> new TestInstance(stateDir.resolve("other"), "http.port", port).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The port %s of 127.0.0.1 is taken; free it, or choose another one with http.port"
                        .formatted(port));
    }
}
