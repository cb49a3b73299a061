package dungeon.queries.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.queries.TestGame;
import dungeon.schemas.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LobbyFeedTest {
    private static final String ONE = "10000000-0000-4000-8000-000000000001";
    private static final String OTHER = "20000000-0000-4000-8000-000000000002";
    private static final Set<String> TYPES =
            Set.of("GameCreated", "GameStarted", "GameEnded", "GamePurged", "PlayerJoined", "PlayerEliminated");

    /** As many as one address may have. */
    private static final int CLIENTS = 20;

    @TempDir
    private Path stateDir;

    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        instance = new TestInstance(stateDir, "heartbeat.ms", "500");
    }

    @AfterEach
    void close() {
        instance.close();
    }

    @Test
    void tellsWhatOpensStartsAndEndsWithoutWhatIsLarge() {
        TestGame game = TestGame.purged(ONE);
        try (FeedClient client = new FeedClient(instance, "/lobby/feed")) {
            JsonNode start = client.next();
            assertThat(start.path("complete").asBoolean()).isFalse();
            assertThat(start.path("position").asText()).isEqualTo("0");

            instance.log.add(game.events());

            List<Event> expected = game.events().stream()
                    .filter(event ->
                            TYPES.contains(event.getPayload().getClass().getSimpleName()))
                    .toList();
            List<JsonNode> events = client.events(expected.size());
            assertThat(events.stream().map(event -> event.path("sequence").asLong()))
                    .isEqualTo(expected.stream().map(Event::getSequence).toList());
            JsonNode created = events.get(0);
            assertThat(created.path("type").asText()).isEqualTo("GameCreated");
            assertThat(created.path("mapName").asText()).isEqualTo("example");
            assertThat(created.path("width").asInt()).isEqualTo(10);
            assertThat(created.has("map")).isFalse();
            assertThat(created.has("rules")).isFalse();
            assertThat(events).extracting(event -> event.path("type").asText()).contains("GameEnded");
            assertThat(events).noneMatch(event -> event.has("seed"));
        }
    }

    @Test
    void goesOnWithoutGapOrRepeatAtAPositionThatItGave() throws InterruptedException {
        String position;
        try (FeedClient client = new FeedClient(instance, "/lobby/feed")) {
            client.next();
            instance.log.add(TestGame.created(ONE).events());
            position = client.next().path("position").asText();
        }
        instance.log.add(TestGame.created(OTHER).events());

        try (FeedClient client = new FeedClient(instance, "/lobby/feed?from=" + position)) {
            JsonNode start = client.next();
            assertThat(start.path("complete").asBoolean()).isTrue();
            assertThat(client.events(1).get(0).path("gameId").asText()).isEqualTo(OTHER);
            JsonNode alive = client.nextOfAnyKind();
            assertThat(alive.path("kind").asText()).isEqualTo("alive");
            assertThat(alive.path("position").asText()).isEqualTo(String.valueOf(instance.log.size()));
        }
    }

    @Test
    void saysThatSomethingMayBeMissingToOneWhoIsAheadOfTheLog() {
        instance.log.add(TestGame.created(ONE).events());
        try (FeedClient client = new FeedClient(instance, "/lobby/feed?from=5000")) {
            assertThat(client.next().path("complete").asBoolean()).isFalse();
            assertThat(client.events(1).get(0).path("gameId").asText()).isEqualTo(ONE);
        }
    }

    @Test
    void givesAlsoWhatCameAMomentAgoToThoseWhoReadTheListOfGames() {
        instance.log.add(TestGame.created(ONE).events());
        try (FeedClient first = new FeedClient(instance, "/lobby/feed")) {
            assertThat(first.events(1).get(0).path("gameId").asText()).isEqualTo(ONE);
        }
        try (FeedClient client = new FeedClient(instance, "/lobby/feed")) {
            assertThat(client.next().path("complete").asBoolean()).isFalse();
            assertThat(client.events(1).get(0).path("gameId").asText()).isEqualTo(ONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=", "from=1.2", "from=-1", "from=x", "from=1&from=2", "type=GameEnded"})
    void refusesWhatItDoesNotUnderstand(String query) {
        try (FeedClient client = new FeedClient(instance, "/lobby/feed?" + query)) {
            assertThat(client.closed().code()).isEqualTo(4400);
        }
    }

    @Test
    void saysToEachClientThatTheInstanceStops() {
        List<FeedClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new FeedClient(instance, "/lobby/feed"));
            }
            clients.forEach(FeedClient::next);
            instance.close();
            assertThat(clients).allMatch(client -> client.closed().code() == 1001);
        } finally {
            clients.forEach(FeedClient::close);
        }
    }
}
