package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.queries.TestGame;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class EventsRouteTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String PATH = "/games/%s/events".formatted(GAME);

    @TempDir
    private Path stateDir;

    private final TestGame game = TestGame.underWay(GAME);
    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir, "event.streams.maximum", "2");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void listsTheEventsAsLinesOfJson() {
        happened(game.events());

        HttpResponse<String> response = instance.get(PATH);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(GameRoutesTest.header(response, "Dungeon-Sequence")).isEqualTo(String.valueOf(game.sequence()));
        assertThat(response.body()).isEqualTo(lines(game.events()));
        assertThat(instance.feeds.followers()).isZero();
    }

    @Test
    void listsTheEventsFromANumberOn() {
        happened(game.events());

        assertThat(instance.get(PATH + "?from=5").body())
                .isEqualTo(lines(game.events().subList(4, game.events().size())));
        assertThat(instance.get(PATH + "?from=100000").body()).isEmpty();
    }

    @Test
    void listsTheEventsEvenIfNobodyTellsAboutTheGame() {
        instance.log.add(game.events());
        instance.locator.place(null);

        assertThat(instance.get(PATH).body()).isEqualTo(lines(game.events()));
        GameRoutesTest.assertProblem(
                instance.get("/games/10000000-0000-4000-8000-000000000009/events"), 404, "UNKNOWN_GAME");
    }

    @Test
    void stopsLookingAfterTheLastEventOfAGame() {
        Event last = Event.newBuilder(game.events().get(0))
                .setSequence(game.sequence() + 1)
                .setPayload(new GamePurged())
                .build();
        happened(game.events());
        happened(List.of(last));

        assertThat(instance.get(PATH + "?from=" + last.getSequence()).body()).isEqualTo(lines(List.of(last)));
    }

    @Test
    void namesWhatIsWrong() {
        happened(game.events());

        GameRoutesTest.assertProblem(instance.get(PATH + "?from=0"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(instance.get(PATH + "?from=x"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(
                instance.get(PATH, "Accept", "text/event-stream", "Last-Event-ID", "x"), 400, "MALFORMED");
        GameRoutesTest.assertProblem(
                instance.get("/games/10000000-0000-4000-8000-000000000009/events"), 404, "UNKNOWN_GAME");
        GameRoutesTest.assertProblem(instance.get(PATH + "?atLeast=1000"), 503, "NOT_YET");
    }

    @Test
    void streamsWhatWasAndWhatComes() throws Exception {
        happened(game.events().subList(0, 3));
        try (Stream stream = new Stream("?from=2")) {
            assertThat(stream.next(2))
                    .isEqualTo(game.events().subList(1, 3).stream()
                            .map(EventsRouteTest::streamed)
                            .toList());

            happened(game.events().subList(3, 6));

            assertThat(stream.next(3))
                    .isEqualTo(game.events().subList(3, 6).stream()
                            .map(EventsRouteTest::streamed)
                            .toList());
        }
    }

    @Test
    void goesOnAfterTheLastEventThatTheClientHasSeen() throws Exception {
        happened(game.events());
        try (Stream stream = new Stream("?from=1", "Last-Event-ID", "7")) {
            assertThat(stream.next(1)).containsExactly(streamed(game.events().get(7)));
        }
    }

    @Test
    void goesOnAfterTheLastEventThatAParameterNames() throws Exception {
        happened(game.events());
        try (Stream stream = new Stream("?lastEventId=7");
                Stream beginning = new Stream("", "Last-Event-ID", "")) {
            assertThat(stream.next(1)).containsExactly(streamed(game.events().get(7)));
            assertThat(beginning.next(1)).containsExactly(streamed(game.events().get(0)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-ndjson, text/event-stream;q=0 | application/x-ndjson",
                "application/x-ndjson, text/event-stream;q=0.5 | application/x-ndjson",
                "*/* | application/x-ndjson",
                "Text/Event-Stream | text/event-stream",
                "application/x-ndjson;q=0.5, text/event-stream;charset=utf-8 | text/event-stream",
                "application/json;;text/event-stream | text/event-stream",
            })
    void answersInTheFormThatIsLikedMost(String accepted, String contentType) throws Exception {
        happened(game.events().subList(0, 3));
        HttpRequest.Builder request = HttpRequest.newBuilder(instance.uri(PATH));
        // Several headers count as one.
        for (String header : accepted.split(";;", -1)) {
            request.header("Accept", header);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(contentType);
    }

    @Test
    void answersHeadWithoutEvents() {
        happened(game.events());
        HttpResponse<String> response = instance.send(HttpRequest.newBuilder(instance.uri(PATH))
                .header("Accept", "text/event-stream")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(GameRoutesTest.header(response, "Content-Type")).startsWith("text/event-stream");
        assertThat(response.body()).isEmpty();
        assertThat(instance.log.consumers()).isEqualTo(1);
    }

    @Test
    void endsTheStreamOfAGameThatIsPurged() throws Exception {
        Event last = Event.newBuilder(game.events().get(0))
                .setSequence(game.sequence() + 1)
                .setPayload(new GamePurged())
                .build();
        happened(game.events());
        try (Stream stream = new Stream("?from=" + last.getSequence())) {
            instance.log.add(List.of(last));

            assertThat(stream.next(1)).containsExactly(streamed(last));
            assertThat(stream.line()).isEmpty();
            assertThat(stream.line()).isNull();
        }
    }

    @Test
    void tellsThoseWhoHadTheLastEventOfAGameNotToComeAgain() {
        Event last = Event.newBuilder(game.events().get(0))
                .setSequence(game.sequence() + 1)
                .setPayload(new GamePurged())
                .build();
        happened(game.events());
        happened(List.of(last));
        for (long had : List.of(last.getSequence(), last.getSequence() + 1)) {
            HttpResponse<String> response =
                    instance.get(PATH, "Accept", "text/event-stream", "Last-Event-ID", String.valueOf(had));

            assertThat(response.statusCode()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }
        assertThat(instance.get(PATH + "?from=" + (last.getSequence() + 1)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsWhereEventsAreInTheTopic() {
        happened(game.events());

        assertThat(instance.get(PATH + "/place?from=7").body())
                .isEqualTo("{\"offset\":0,\"lastSequence\":%d,\"nextOffset\":%d,\"over\":false,\"pauses\":[]}"
                        .formatted(game.sequence(), game.events().size()));
    }

    @Test
    void showsThatItIsAlive() throws Exception {
        happened(game.events().subList(0, 3));
        try (Stream stream = new Stream("?from=4")) {
            assertThat(stream.line()).isEqualTo(": alive");
            assertThat(stream.line()).isEmpty();
            assertThat(stream.line()).isEqualTo(": alive");
        }
    }

    @Test
    void noticesThatTheClientHasLeft() throws Exception {
        happened(game.events().subList(0, 3));
        try (Stream stream = new Stream("")) {
            stream.next(3);
            assertThat(instance.feeds.followers()).isEqualTo(1);
        }

        await().until(() -> instance.feeds.followers() == 0);
    }

    @Test
    void servesABoundedNumberOfStreamsToAnAddress() throws Exception {
        instance.close();
        instance = new TestInstance(stateDir.resolve("other"), "event.streams.per.address.maximum", "1");
        happened(game.events().subList(0, 3));
        try (Stream one = new Stream("")) {
            one.next(1);

            HttpResponse<String> refused = instance.get(PATH);

            GameRoutesTest.assertProblem(refused, 429, "TOO_MANY_STREAMS");
            assertThat(GameRoutesTest.header(refused, "Retry-After")).isEqualTo("1");
            assertThat(instance.get(PATH, "Dungeon-Client", "program").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void servesABoundedNumberOfStreams() throws Exception {
        happened(game.events().subList(0, 3));
        try (Stream one = new Stream("");
                Stream another = new Stream("")) {
            one.next(1);
            another.next(1);

            GameRoutesTest.assertProblem(instance.get(PATH), 503, "TOO_MANY_STREAMS");
        }
        await().until(() -> instance.get(PATH).statusCode() == 200);
    }

    @Test
    void endsStreamsWhenTheApplicationEnds() throws Exception {
        happened(game.events().subList(0, 3));
        try (Stream stream = new Stream("")) {
            stream.next(3);

            instance.close();

            String line = stream.line();
            while (line != null) {
                line = stream.line();
            }
            assertThat(instance.log.readers()).isZero();
        }
    }

    private void happened(List<Event> events) {
        instance.log.add(events);
        instance.views.pipe(events);
    }

    private static String lines(List<Event> events) {
        return events.stream().map(event -> JsonWriter.flat(event) + "\n").collect(Collectors.joining());
    }

    private static String streamed(Event event) {
        return "id: %d%ndata: %s".formatted(event.getSequence(), JsonWriter.flat(event));
    }

    /** A client of an event stream. */
    private final class Stream implements AutoCloseable {
        private final BufferedReader reader;

        Stream(String query, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(instance.uri(PATH + query)).header("Accept", "text/event-stream");
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<InputStream> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** The next line; null at the end. */
        String line() throws IOException {
            try {
                return reader.readLine();
            } catch (IOException e) {
                // How a connection ends that the server has closed in the middle.
                return null;
            }
        }

        /** The next events, as they were sent. */
        List<String> next(int count) throws IOException {
            List<String> events = new ArrayList<>();
            while (events.size() < count) {
                String line = line();
                if (line.startsWith("id:")) {
                    events.add(line + System.lineSeparator() + line());
                }
            }
            return events;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
