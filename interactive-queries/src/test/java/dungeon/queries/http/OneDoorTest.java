package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Ids;
import dungeon.queries.TestGame;
import dungeon.queries.history.FakeHistory;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the live queries and answered by the history. */
class OneDoorTest {
    private static final String LIVE = "10000000-0000-4000-8000-000000000001";
    private static final String PAST = "20000000-0000-4000-8000-000000000002";
    private static final String UNKNOWN = "30000000-0000-4000-8000-000000000003";
    private static final String ROBOT = "40000000-0000-4000-8000-000000000004";

    @TempDir
    private static Path stateDir;

    private static FakeHistory history;
    private static TestInstance instance;
    private static TestInstance withoutHistory;

    @BeforeAll
    static void open() throws IOException {
        history = new FakeHistory();
        history.add(PAST, 7, true);
        instance = new TestInstance(stateDir.resolve("one"), "history.url", history.url());
        instance.views.pipe(TestGame.ended(LIVE).events());
        withoutHistory = new TestInstance(stateDir.resolve("other"));
    }

    @AfterAll
    static void close() {
        instance.close();
        withoutHistory.close();
        history.close();
    }

    @Test
    void passesOnWhatIsAskedOfTheHistory() {
        HttpResponse<String> answer = instance.get("/history/games/" + PAST + "?limit=3");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"createdAt\": \"2026-05-01T12:00:00Z\", \"lastSequence\": 7, \"complete\": true}");
        assertThat(history.requests()).contains("GET /history/games/" + PAST + "?limit=3");
    }

    @Test
    void passesBackWhatTheHistoryRefuses() {
        HttpResponse<String> answer = instance.get("/history/games/" + UNKNOWN);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void nothingElseOfTheHistorysServiceIsReached() {
        for (String path : List.of(
                "%2e%2e/metrics", "../metrics", "games/../../metrics", "./metrics", "a%2Fmetrics", "..;/metrics")) {
            assertThat(instance.get("/history/" + path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(history.requests()).noneMatch(request -> request.contains("metrics"));
    }

    @Test
    void aLongPathIsLookedThroughToItsEnd() {
        String path = "/history" + "/a".repeat(3_000);

        assertThat(instance.get(path).statusCode()).isEqualTo(404);
        assertThat(history.requests()).contains("GET " + path);
        assertThat(instance.get(path + "/..").statusCode()).isIn(400, 404);
        assertThat(history.requests()).doesNotContain("GET " + path + "/..");
    }

    @Test
    void sendsToTheHistoryWhoAsksForAGameThatHasLeft() {
        Map<String, String> places = Map.of(
                "",
                "",
                "/scoreboard",
                "",
                "/map",
                "",
                "/events?from=5",
                "/events?from=5",
                "/events/place",
                "/events",
                "/robots",
                "/robots",
                "/robots/" + ROBOT,
                "/robots/" + ROBOT + "/events");
        places.forEach((path, place) -> {
            HttpResponse<String> answer = instance.get("/games/" + PAST + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location")).as(path).hasValue("/history/games/" + PAST + place);
        });
    }

    @Test
    void sendsToTheHistoryWhoAsksForARoomThatHasLeft() {
        String room = Ids.timed(Instant.parse("2026-05-01T12:00:00Z").toEpochMilli(), "a room");
        history.addRoom(room);
        Map<String, String> places = Map.of("", "", "/events", "/events", "/events?from=5", "/events?from=5");
        places.forEach((path, place) -> {
            HttpResponse<String> answer = instance.get("/rooms/" + room + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(308);
            assertThat(answer.headers().firstValue("Location")).as(path).hasValue("/history/rooms/" + room + place);
        });
        try (FeedClient client = new FeedClient(instance, "/rooms/%s/feed".formatted(room))) {
            FeedClient.Closed closed = client.closed();
            assertThat(closed.code()).isEqualTo(4308);
            assertThat(closed.reason()).isEqualTo("/history/rooms/%s/events".formatted(room));
        }
    }

    /** Rooms leave after an hour; the history is asked for none that is younger. */
    @Test
    void aRoomThatNeitherHasIsUnknown() {
        String young = Ids.timed(System.currentTimeMillis(), "a young room");
        String old = Ids.timed(System.currentTimeMillis() - Duration.ofHours(2).toMillis(), "an old room");
        for (String room : List.of(young, old)) {
            HttpResponse<String> answer = instance.get("/rooms/" + room);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(TestInstance.json(answer).path("code").asText()).isEqualTo("UNKNOWN_ROOM");
        }
        assertThat(history.requests()).noneMatch(request -> request.contains(young));
        assertThat(history.requests()).anyMatch(request -> request.contains(old));
    }

    @Test
    void gamesThatAreHereAreAnsweredHere() {
        int before = history.requests().size();

        assertThat(instance.get("/games/" + LIVE).statusCode()).isEqualTo(200);
        assertThat(history.requests()).hasSize(before);
    }

    @Test
    void aGameThatNeitherHasIsUnknown() {
        HttpResponse<String> answer = instance.get("/games/" + UNKNOWN);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestInstance.json(answer).path("code").asText()).isEqualTo("UNKNOWN_GAME");
    }

    @Test
    void saysThatThereIsNoHistory() {
        HttpResponse<String> answer = withoutHistory.get("/history/games");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestInstance.json(answer).path("detail").asText())
                .isEqualTo("This installation has no history; its operator can add it");
        assertThat(withoutHistory.get("/games/" + PAST).statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatTheHistoryIsAway() throws IOException {
        try (TestInstance alone = new TestInstance(stateDir.resolve("alone"), "history.url", "http://127.0.0.1:1")) {
            HttpResponse<String> answer = alone.get("/history/games");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            // Nobody can say that there is no such game.
            assertThat(alone.get("/games/" + PAST).statusCode()).isEqualTo(503);
            assertThat(alone.get("/games/" + PAST + "/events").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aHistoryThatIsInTroubleDeniesNoGame() {
        history.failWith(500);
        try {
            assertThat(instance.get("/games/" + PAST).statusCode()).isEqualTo(503);
        } finally {
            history.failWith(0);
        }
    }

    /** Its events are still in the log; a HEAD says so without reading it. */
    @Test
    void theLogOfAGameThatHasLeftIsStillHere() {
        assertThat(head("/games/" + PAST + "/log")).isEqualTo(200);
        assertThat(head("/games/" + UNKNOWN + "/log")).isEqualTo(404);
        history.failWith(500);
        try {
            assertThat(head("/games/" + PAST + "/log")).isEqualTo(503);
        } finally {
            history.failWith(0);
        }
    }

    private static int head(String path) {
        return instance.send(HttpRequest.newBuilder(instance.uri(path))
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    /** Whoever has just made a game asks for it until it is there. */
    @Test
    void theHistoryIsNotAskedForAGameThatIsTooYoungToHaveLeft() {
        String young = Ids.timed(System.currentTimeMillis(), "young");

        assertThat(instance.get("/games/" + young).statusCode()).isEqualTo(404);
        assertThat(history.requests()).noneMatch(request -> request.contains(young));
    }

    @Test
    void saysThatAQueryIsNone() throws IOException {
        for (String query : List.of("x={y}", "x=a|b", "x=%zz")) {
            String answer = answerTo("GET /history/games?%s HTTP/1.1".formatted(query));
            assertThat(answer).as(query).startsWith("HTTP/1.1 400").contains("MALFORMED");
        }
    }

    /** What no proper client can send. */
    private static String answerTo(String requestLine) throws IOException {
        try (Socket socket = new Socket(instance.self().host(), instance.self().port())) {
            socket.getOutputStream()
                    .write("%s\r\nHost: any\r\nConnection: close\r\n\r\n"
                            .formatted(requestLine)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
