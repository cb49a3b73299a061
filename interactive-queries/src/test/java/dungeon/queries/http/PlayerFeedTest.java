package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.queries.TestGame;
import dungeon.schemas.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PlayerFeedTest {
    private static final String FEED = "/players/me/feed";
    private static final String ONE = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER = "20000000-0000-4000-8000-000000000002";
    private static final String THIRD = "30000000-0000-4000-8000-000000000003";

    private static FakeIngest ingest;

    @TempDir
    private Path stateDir;

    private TestInstance instance;

    @BeforeAll
    static void openIngest() throws IOException {
        ingest = new FakeIngest();
    }

    @AfterAll
    static void closeIngest() {
        ingest.close();
    }

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir, "key.set.url", ingest.keySetUrl(), "heartbeat.ms", "300");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void sendsAllOfAllGamesOfAPlayerOverOneSocket() {
        TestGame one = TestGame.underWay(ONE);
        TestGame other = TestGame.underWay(OTHER);
        happened(one.events());
        happened(other.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(token(), ""));

            JsonNode start = client.next();
            assertThat(start.path("playerId").asText()).isEqualTo(TestGame.ANNA);
            assertThat(start.path("complete").asBoolean()).isTrue();
            assertThat(start.path("games")).hasSize(2);
            assertComplete(client.events(one.events().size() + other.events().size()), one, other);
        }
    }

    @Test
    void goesOnInEachGameWhereTheClientWas() {
        TestGame one = TestGame.underWay(ONE);
        TestGame other = TestGame.underWay(OTHER);
        happened(one.events());
        happened(other.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(
                    token(), "\"%s\": %d, \"%s\": %d".formatted(ONE, one.sequence(), OTHER, other.sequence() + 1)));
            client.next();

            List<JsonNode> events = client.events(1);

            assertThat(events).hasSize(1);
            assertThat(events.get(0).path("gameId").asText()).isEqualTo(ONE);
            assertThat(events.get(0).path("sequence").asLong()).isEqualTo(one.sequence());
        }
    }

    @Test
    void followsAGameThatThePlayerJoinsLater() {
        TestGame later = TestGame.joined(THIRD);
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(token(), ""));
            assertThat(client.next().path("games")).isEmpty();

            instance.views.pipe(later.events());
            instance.log.add(later.events());

            assertComplete(client.events(later.events().size()), later);
        }
    }

    @Test
    void knowsAGameThatThePlayerHasJustJoinedEvenIfTheViewsDoNotYet() {
        TestGame joined = TestGame.joined(THIRD);
        instance.log.add(joined.events());
        // The reader has taken all of it.
        try (FeedClient lobby = new FeedClient(instance, "/lobby/feed")) {
            lobby.events(3);
        }
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(token(), ""));

            assertThat(client.next().path("games").toString()).isEqualTo("[\"%s\"]".formatted(THIRD));
        }
    }

    @Test
    void takesAPlaceForEachGame() throws IOException {
        instance.close();
        instance = new TestInstance(
                stateDir.resolve("small"), "key.set.url", ingest.keySetUrl(), "event.streams.per.address.maximum", "2");
        TestGame one = TestGame.underWay(ONE);
        happened(one.events());
        happened(TestGame.underWay(OTHER).events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(token(), ""));
            assertThat(client.next().path("games")).hasSize(2);
            // One place is the socket's.
            JsonNode problem = client.next();
            assertThat(problem.path("kind").asText()).isEqualTo("problem");
            assertThat(problem.path("code").asInt()).isEqualTo(4429);
            assertThat(client.events(one.events().size())).hasSize(one.events().size());
        }
        await().until(() -> instance.feeds.followers() == 0);
        try (FeedClient again = new FeedClient(instance, "/games/%s/feed".formatted(ONE));
                FeedClient another = new FeedClient(instance, "/games/%s/feed".formatted(ONE))) {
            assertThat(again.next().path("kind").asText()).isEqualTo("start");
            assertThat(another.next().path("kind").asText()).isEqualTo("start");
        }
    }

    @Test
    void forgetsAClientThatLeaves() {
        TestGame one = TestGame.underWay(ONE);
        happened(one.events());
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(token(), ""));
            client.events(one.events().size());
            await().until(() -> instance.feeds.followers() == 1);
        }
        await().until(() -> instance.feeds.followers() == 0);
    }

    @Test
    void saysWhichGameCannotBeFollowed() {
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(token(), "\"%s\": 1".formatted(THIRD)));
            client.next();
            JsonNode problem = client.next();
            assertThat(problem.path("kind").asText()).isEqualTo("problem");
            assertThat(problem.path("gameId").asText()).isEqualTo(THIRD);
            assertThat(problem.path("code").asInt()).isEqualTo(4404);
        }
    }

    @Test
    void wantsATokenOfAPlayerThatHolds() {
        Instant later = Instant.now().plusSeconds(60);
        List<String> tokens = List.of(
                "x",
                ingest.tokenOf(TestGame.ANNA, PrincipalKind.ADMINISTRATOR, later),
                ingest.tokenOf(
                        TestGame.ANNA, PrincipalKind.PLAYER, Instant.now().minusSeconds(1)));
        for (String token : tokens) {
            try (FeedClient client = new FeedClient(instance, FEED)) {
                client.send(authentication(token, ""));
                assertThat(client.closed().code()).isEqualTo(4401);
            }
        }
        try (FeedClient silent = new FeedClient(instance, FEED)) {
            assertThat(silent.closed().code()).isEqualTo(4401);
        }
    }

    @Test
    void endsWithinSecondsWhenItsTokenIsRevokedAndTakesItNoMore() throws InterruptedException {
        String token = token();
        try (FeedClient client = new FeedClient(instance, FEED);
                FeedClient other = new FeedClient(instance, FEED)) {
            client.send(authentication(token, ""));
            other.send(authentication(token(), ""));
            assertThat(client.next().path("kind").asText()).isEqualTo("start");
            assertThat(other.next().path("kind").asText()).isEqualTo("start");

            ingest.revoke(token);
            instance.keys.refresh();

            assertThat(client.closed().code()).isEqualTo(4401);
            assertThat(other.nextOfAnyKind().path("kind").asText()).isEqualTo("alive");
        }
        try (FeedClient again = new FeedClient(instance, FEED)) {
            again.send(authentication(token, ""));
            assertThat(again.closed().code()).isEqualTo(4401);
        }
    }

    @Test
    void refusesATokenThatIsBoundToAGame() {
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(authentication(ingest.tokenForGame(TestGame.ANNA, ONE), ""));
            assertThat(client.closed().code()).isEqualTo(4401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{}",
                "{\"kind\": \"authenticate\", \"token\": \"TOKEN\", \"games\": {\"x\": 1}}",
                "{\"kind\": \"authenticate\", \"token\": \"TOKEN\", \"games\": {\"" + ONE + "\": 0}}"
            })
    void refusesWhatItDoesNotUnderstand(String message) {
        try (FeedClient client = new FeedClient(instance, FEED)) {
            client.send(message.replace("TOKEN", token()));
            assertThat(client.closed().code()).isEqualTo(4400);
        }
    }

    private static void assertComplete(List<JsonNode> events, TestGame... games) {
        for (TestGame game : games) {
            List<Long> sequences = events.stream()
                    .filter(event -> event.path("gameId").asText().equals(game.gameId()))
                    .map(event -> event.path("sequence").asLong())
                    .toList();
            assertThat(sequences)
                    .isEqualTo(game.events().stream().map(Event::getSequence).toList());
        }
        assertThat(new ArrayList<>(events))
                .hasSize(List.of(games).stream()
                        .mapToInt(game -> game.events().size())
                        .sum());
    }

    private String token() {
        return ingest.tokenOf(TestGame.ANNA, PrincipalKind.PLAYER, Instant.now().plus(Duration.ofHours(1)));
    }

    private static String authentication(String token, String games) {
        return "{\"kind\": \"authenticate\", \"token\": \"%s\", \"games\": {%s}}".formatted(token, games);
    }

    private void happened(List<Event> events) {
        instance.log.add(events);
        instance.views.pipe(events);
    }
}
