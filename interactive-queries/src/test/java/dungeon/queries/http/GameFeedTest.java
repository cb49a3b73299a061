package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.queries.TestGame;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RobotMoved;
import dungeon.schemas.RobotSpawned;
import dungeon.schemas.json.JsonWriter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed of a game over real sockets. */
@Timeout(60)
class GameFeedTest {
    private static final String GAME = "10000000-0000-4000-8000-000000000001";
    private static final String FEED = "/games/%s/feed".formatted(GAME);
    private static final int RECEIVE_BUFFER_BYTES = 4 * 1024;

    @TempDir
    private Path stateDir;

    private final TestGame game = TestGame.underWay(GAME);
    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(
                stateDir, "event.streams.maximum", "8", "event.stream.stall.ms", "2000", "heartbeat.ms", "300");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void saysWhereItBeginsAndThenSendsWhatWasAndWhatComes() {
        happened(game.events().subList(0, 3));
        try (FeedClient client = new FeedClient(instance, FEED + "?from=2")) {
            JsonNode start = client.next();
            assertThat(start.path("kind").asText()).isEqualTo("start");
            assertThat(start.path("gameId").asText()).isEqualTo(GAME);
            assertThat(start.path("from").asLong()).isEqualTo(2);
            assertThat(start.path("newest").asLong()).isEqualTo(3);
            assertThat(start.path("over").asBoolean()).isFalse();
            assertThat(client.events(2)).isEqualTo(json(game.events().subList(1, 3)));

            happened(game.events().subList(3, 6));

            JsonNode batch = client.next();
            assertThat(batch.path("kind").asText()).isEqualTo("events");
            assertThat(batch.path("events"))
                    .isEqualTo(batchOf(json(game.events().subList(3, 6)), batch));
            assertThat(batch.path("next").asLong()).isEqualTo(7);
        }
    }

    @Test
    void goesOnWithoutGapOrRepeatWhereAClientWas() {
        happened(game.events());
        long next = 1;
        List<JsonNode> all = new ArrayList<>();
        for (int visit = 0; visit < 4; visit++) {
            try (FeedClient client = new FeedClient(instance, FEED + "?from=" + next)) {
                client.next();
                List<JsonNode> some = client.events(1);
                // Nothing else comes until it is time for a sign of life, unless it is new.
                all.addAll(some);
                next = some.get(some.size() - 1).path("sequence").asLong() + 1;
                if (next > game.sequence()) {
                    break;
                }
            }
        }
        assertThat(all).isEqualTo(json(game.events()));
    }

    @Test
    void givesAllWhoWatchTheSameMessage() {
        happened(game.events().subList(0, 3));
        try (FeedClient one = new FeedClient(instance, FEED + "?from=4");
                FeedClient other = new FeedClient(instance, FEED + "?from=4")) {
            one.next();
            other.next();
            await().until(() -> instance.feeds.followers() == 2);

            happened(game.events().subList(3, 6));

            assertThat(one.nextText()).isEqualTo(other.nextText());
        }
    }

    @Test
    void sendsOnlyWhatAClientWantsAndStillSaysHowFarTheGameIs() throws InterruptedException {
        happened(game.events());
        RobotMoved move = game.events().stream()
                .map(Event::getPayload)
                .filter(RobotMoved.class::isInstance)
                .map(RobotMoved.class::cast)
                .findFirst()
                .orElseThrow();
        assertFiltered("type=RobotMoved", event -> event.getPayload() instanceof RobotMoved);
        assertFiltered("playerId=" + TestGame.BERT, event -> TestGame.BERT.equals(event.getPlayerId()));
        assertFiltered(
                "robotId=%s&type=RobotMoved,RobotSpawned".formatted(move.getRobotId()),
                event -> move.getRobotId().equals(robotOf(event)));
        try (FeedClient client = new FeedClient(instance, FEED + "?type=GameEnded")) {
            client.next();
            JsonNode alive = client.nextOfAnyKind();
            assertThat(alive.path("kind").asText()).isEqualTo("alive");
            assertThat(alive.path("next").asLong()).isEqualTo(game.sequence() + 1);
        }
    }

    private static String robotOf(Event event) {
        if (event.getPayload() instanceof RobotMoved moved) {
            return moved.getRobotId();
        }
        return event.getPayload() instanceof RobotSpawned spawned ? spawned.getRobotId() : null;
    }

    private void assertFiltered(String query, Predicate<Event> wanted) {
        List<JsonNode> expected = json(game.events().stream().filter(wanted).toList());
        assertThat(expected).isNotEmpty();
        try (FeedClient client = new FeedClient(instance, FEED + "?" + query)) {
            client.next();
            assertThat(client.events(expected.size())).isEqualTo(expected);
        }
    }

    @Test
    void keepsThoseWhoAreThereWhenABusyGameFallsSilent() throws InterruptedException {
        happened(game.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.events(game.events().size());
            long last = game.sequence();
            long startNanos = System.nanoTime();
            // Longer than three heartbeats, in which it is asked for nothing but events.
            while (System.nanoTime() - startNanos < 1_500_000_000L) {
                instance.log.add(manyFrom(last++, 1));
                client.events(1);
            }
            for (int i = 0; i < 6; i++) {
                JsonNode alive = client.nextOfAnyKind();
                assertThat(alive.path("kind").asText()).isEqualTo("alive");
                assertThat(alive.path("next").asLong()).isEqualTo(last + 1);
            }
        }
    }

    @Test
    void tellsThoseWhoWantFewEventsOfABusyGameHowFarItIs() throws InterruptedException {
        happened(game.events());
        try (FeedClient client = new FeedClient(instance, FEED + "?type=GamePurged")) {
            client.next();
            long last = game.sequence();
            JsonNode alive = null;
            for (int i = 0; i < 40 && alive == null; i++) {
                instance.log.add(manyFrom(last++, 1));
                alive = client.poll(Duration.ofMillis(100));
            }
            assertThat(alive.path("kind").asText()).isEqualTo("alive");
            assertThat(alive.path("next").asLong()).isGreaterThan(game.sequence());
        }
    }

    @Test
    void endsWithTheGame() {
        TestGame whole = TestGame.purged(GAME);
        happened(whole.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.next();
            assertThat(client.events(whole.events().size())).isEqualTo(json(whole.events()));
            assertThat(client.closed().code()).isEqualTo(1000);
        }
        try (FeedClient client = new FeedClient(instance, FEED + "?from=" + (whole.sequence() + 1))) {
            assertThat(client.closed().code()).isEqualTo(1000);
        }
        await().until(() -> instance.feeds.followers() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=0", "from=x", "from=1&from=2", "type=Moved", "robotId=1", "playerId=,", "colour=red"})
    void refusesWhatItDoesNotUnderstand(String query) {
        happened(game.events());
        try (FeedClient client = new FeedClient(instance, FEED + "?" + query)) {
            assertThat(client.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void saysThatThereIsNoSuchGame() {
        try (FeedClient client = new FeedClient(instance, "/games/10000000-0000-4000-8000-000000000009/feed")) {
            assertThat(client.closed().code()).isEqualTo(4404);
        }
    }

    @Test
    void isFoundUnderAnAddressWithStepsUpAndDown() {
        happened(game.events());
        try (FeedClient client = new FeedClient(instance, "/games/x/.." + FEED.substring("/games".length()))) {
            assertThat(client.nextText()).isNotEmpty();
        }
    }

    @Test
    void takesNothing() {
        happened(game.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send("{}");
            assertThat(client.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void hasRoomForSomeOnly() {
        happened(game.events());
        List<FeedClient> clients = new ArrayList<>();
        // Six of eight: the others are for programs.
        for (int i = 0; i < 6; i++) {
            FeedClient client = new FeedClient(instance, FEED);
            client.next();
            clients.add(client);
        }
        try (FeedClient another = new FeedClient(instance, FEED)) {
            assertThat(another.closed().code()).isEqualTo(1013);
        }
        clients.forEach(FeedClient::close);
        await().until(() -> instance.feeds.followers() == 0);
        try (FeedClient another = new FeedClient(instance, FEED)) {
            assertThat(another.next().path("kind").asText()).isEqualTo("start");
        }
    }

    @Test
    void saysThatTheInstanceStops() {
        happened(game.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.events(game.events().size());
            instance.close();
            assertThat(client.closed().code()).isEqualTo(1001);
        }
    }

    @Test
    void packsNothing() throws IOException {
        happened(game.events());
        try (Socket socket = connect("Sec-WebSocket-Extensions: permessage-deflate\n")) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) socket.getInputStream().read());
            }
            assertThat(head.toString()).startsWith("HTTP/1.1 101").doesNotContain("permessage-deflate");
        }
    }

    @Test
    void disconnectsThoseWhoAnswerNoPing() throws IOException {
        happened(game.events());
        try (Socket socket = connect("")) {
            // It reads all and answers nothing, which no WebSocket client does that is there.
            byte[] all = socket.getInputStream().readAllBytes();
            assertThat(new String(all, StandardCharsets.ISO_8859_1)).contains("Nothing was heard of you");
        }
        await().until(() -> instance.feeds.followers() == 0);
    }

    @Test
    void dropsThoseWhoTakeNothingWhileOthersGetAll() throws IOException {
        happened(game.events());
        try (Socket stalled = connect("");
                FeedClient quick = new FeedClient(instance, FEED)) {
            await().until(() -> instance.feeds.followers() == 2);
            quick.events(game.events().size());

            long last = game.sequence();
            for (int round = 0; round < 60; round++) {
                List<Event> more = manyFrom(last, 10);
                instance.log.add(more);
                List<JsonNode> got = quick.events(10);
                assertThat(got.get(0).path("sequence").asLong()).isEqualTo(last + 1);
                last += 10;
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> instance.feeds.followers() == 1);
            assertEnds(stalled);
        }
    }

    /** What the system had kept for it can still be read, and then nothing. */
    private static void assertEnds(Socket socket) {
        await().until(() -> {
            try {
                return socket.getInputStream().read(new byte[64 * 1024]) < 0;
            } catch (IOException reset) {
                return true;
            }
        });
    }

    private List<Event> manyFrom(long last, int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            events.add(Event.newBuilder(game.events().get(5))
                    .setSequence(last + i)
                    .setPayload(new CommandRejected(RejectionCode.MALFORMED, "x".repeat(8 * 1024), List.of()))
                    .build());
        }
        return events;
    }

    private Socket connect(String header) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.connect(
                new InetSocketAddress(instance.self().host(), instance.self().port()));
        String request = """
                GET %s HTTP/1.1
                Host: x
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                %s
                """.formatted(FEED, header);
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void happened(List<Event> events) {
        instance.log.add(events);
        instance.views.pipe(events);
    }

    /** A batch may end before all that was added at once. */
    private static JsonNode batchOf(List<JsonNode> expected, JsonNode batch) {
        assertThat(batch.path("events")).hasSize(expected.size());
        return Json.MAPPER.valueToTree(expected);
    }

    private static List<JsonNode> json(List<Event> events) {
        return events.stream()
                .map(event -> {
                    try {
                        return Json.MAPPER.readTree(JsonWriter.flat(event).toString());
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
