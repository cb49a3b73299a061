package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.PatientHttp;
import dungeon.standalone.processes.Child;
import dungeon.verification.cluster.Cluster;
import dungeon.verification.cluster.ClusterConfig;
import dungeon.verification.tictactoe.PlayedRoom;
import dungeon.verification.tictactoe.RoomAudit;
import dungeon.verification.tictactoe.RoomLog;
import dungeon.verification.tictactoe.RoomReplay;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two of everything, and nothing that binds a player to one of them. */
@Tag("long")
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomOnTwoInstancesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Nobody wins before the last move. */
    private static final int[] CELLS = {4, 0, 2, 6, 3, 5, 1, 7, 8};

    private static final long MOVE_MS = 300_000;

    private final PatientHttp http = new PatientHttp();
    private Cluster cluster;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cluster = new Cluster(
                new ClusterConfig(folder, 1, 2, true, Optional.empty(), List.of(), false, Map.of()).withRooms());
        cluster.start();
    }

    @BeforeEach
    void awaitServing() throws Exception {
        cluster.awaitServing();
    }

    @AfterAll
    void stop() {
        cluster.close();
    }

    @Test
    void aRoundGoesOnWhateverIsKilledBetweenTwoMoves() throws Exception {
        JsonNode ann = guest();
        JsonNode bob = guest();
        String room = roomOf(ann, bob);
        try (RoomScreen annsScreen = new RoomScreen(room, token(ann));
                RoomScreen bobsScreen = new RoomScreen(room, token(bob))) {
            annsScreen.connect(queriesUrl(0));
            bobsScreen.connect(queriesUrl(1));
            List<Child> killed = List.of(
                    cluster.queries().get(0),
                    cluster.topologies().get(0),
                    cluster.ingest(),
                    cluster.queries().get(1),
                    cluster.topologies().get(1),
                    cluster.brokers().get(0));
            for (int move = 1; move <= CELLS.length; move++) {
                place(move % 2 == 1 ? ann : bob, room, move);
                int seen = move;
                await().atMost(PATIENCE).untilAsserted(() -> {
                    reconnect(annsScreen);
                    reconnect(bobsScreen);
                    assertThat(moves(annsScreen)).isEqualTo(seen);
                    assertThat(moves(bobsScreen)).isEqualTo(seen);
                });
                if (move <= killed.size()) {
                    Child child = killed.get(move - 1);
                    child.kill();
                    child.start();
                }
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(bobsScreen.events())
                            .extracting(event -> event.path("type").asText())
                            .contains("RoundEnded"));
            assertThat(bobsScreen.events())
                    .extracting(event -> event.path("sequence").asInt())
                    .as("nothing is seen twice, nor left out")
                    .isEqualTo(IntStream.rangeClosed(1, bobsScreen.events().size())
                            .boxed()
                            .toList());
        }
        PlayedRoom played = played(room);
        assertThat(RoomReplay.of(played)).isEqualTo(Optional.empty());
        assertThat(RoomAudit.of(played)).isEqualTo(Optional.empty());
    }

    /** Neither instance knows of the connections of the other; they agree by the room's log. */
    @Test
    void whoeverGoesOnAtTheOtherInstanceIsThere() throws Exception {
        JsonNode ann = guest();
        String room = roomOf(ann, guest());
        try (RoomScreen screen = new RoomScreen(room, token(ann))) {
            screen.connect(queriesUrl(0));
            await().atMost(PATIENCE).until(() -> screen.events().size() >= 3);
            screen.breakOff();
            screen.connect(queriesUrl(1));

            // The one that has lost the connection finds that nobody is there, and the other one knows better.
            await().atMost(PATIENCE).until(() -> types(screen).contains("PlayerGone"));
            await().atMost(PATIENCE).until(() -> types(screen).contains("PlayerReturned"));
            screen.breakOff();
            screen.connect(queriesUrl(0));
            screen.breakOff();
            await().atMost(PATIENCE)
                    .until(() -> !http.get("%s/rooms/%s".formatted(queriesUrl(1), room))
                            .path("seats")
                            .path(0)
                            .path("claimableAt")
                            .isMissingNode());
        }
        assertThat(RoomReplay.of(played(room))).isEqualTo(Optional.empty());
    }

    private void reconnect(RoomScreen screen) {
        for (int i = 0; i < 2 && !screen.isConnected(); i++) {
            try {
                screen.connect(queriesUrl(i));
            } catch (RuntimeException e) {
                screen.breakOff();
            }
        }
    }

    private static long moves(RoomScreen screen) {
        return types(screen).stream().filter("MarkPlaced"::equals).count();
    }

    private static List<String> types(RoomScreen screen) {
        return screen.events().stream()
                .map(event -> event.path("type").asText())
                .toList();
    }

    private String roomOf(JsonNode ann, JsonNode bob) throws Exception {
        // After kills it may take longer than an id of a room holds.
        String room = await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(HttpProblem.class)
                .until(
                        () -> http.post(
                                ingest() + "/rooms",
                                token(ann),
                                order().put("moveMs", MOVE_MS).put("roundMs", 2 * MOVE_MS)),
                        answer -> true)
                .path("roomId")
                .asText();
        http.post("%s/rooms/%s/participants".formatted(ingest(), room), token(bob), order());
        return room;
    }

    /** Sent again with its id while somebody is away. */
    private void place(JsonNode player, String room, int move) {
        ObjectNode order = order().put("type", "PlaceMark")
                .put("round", 1)
                .put("move", move)
                .put("cell", CELLS[move - 1]);
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> http.post("%s/rooms/%s/commands".formatted(ingest(), room), token(player), order) != null);
    }

    private static ObjectNode order() {
        return JSON.createObjectNode().put("commandId", UUID.randomUUID().toString());
    }

    private JsonNode guest() throws Exception {
        return http.post(ingest() + "/auth/guest", null, null);
    }

    private PlayedRoom played(String room) {
        RemoteKeys keys = new RemoteKeys(URI.create(ingest() + "/.well-known/jwks.json"));
        return RoomLog.read(cluster.operator(), new TokenVerifier(keys)).get(room);
    }

    private String ingest() {
        return cluster.platform().ingestUrl();
    }

    private String queriesUrl(int instance) {
        return cluster.queriesUrls().get(instance);
    }

    private static String token(JsonNode player) {
        return player.path("token").asText();
    }
}
