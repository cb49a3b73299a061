package dungeon.queries.http;

import static dungeon.queries.TestRoom.ANN;
import static dungeon.queries.TestRoom.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.SessionCookieNames;
import dungeon.queries.TestRoom;
import dungeon.schemas.tictactoe.RoomPlayer;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who follows a room over a socket and has shown a token is told to the room, through command-ingest. */
@Timeout(60)
class RoomPresenceTest {
    /** Whoever leaves is taken for gone after some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path stateDir;

    private FakeIngest ingest;
    private TestInstance instance;

    @BeforeEach
    void open() throws IOException {
        ingest = new FakeIngest();
        instance = new TestInstance(
                stateDir, "heartbeat.ms", "300", "ingest.url", ingest.url(), "key.set.url", ingest.keySetUrl());
    }

    @AfterEach
    void close() {
        instance.close();
        ingest.close();
    }

    @Test
    void tellsTheRoomWhoComesBackAndWhoIsGone() {
        TestRoom room = TestRoom.waiting("room").joined().gone(ANN);
        happened(room.events());

        try (FeedClient page =
                follow(room, Map.of("Cookie", SessionCookieNames.PLAIN + "=" + token(ANN.getPlayerId())))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ingest.presences()).contains(report(room, ANN, true)));
            happened(room.back(ANN).events().subList(4, 5));
            page.events(5);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ingest.presences()).contains(report(room, ANN, false)));
    }

    /** Else a room would hear of everybody who looks on. */
    @Test
    void tellsNothingOfWhoeverHasNoSeatOrShowsNoTokenThatHolds() {
        TestRoom room = TestRoom.waiting("room").joined().gone(ANN);
        happened(room.events());
        TestRoom other = TestRoom.waiting("other").joined().gone(BOB);
        happened(other.events());
        String carl = token("c0000000-0000-3000-8000-000000000003");
        String forged = token(ANN.getPlayerId()) + "x";
        String bob = token(BOB.getPlayerId());

        try (FeedClient first = follow(room, Map.of("Authorization", "Bearer " + carl));
                FeedClient second = follow(room, Map.of("Authorization", "Bearer " + forged));
                FeedClient third = follow(room, Map.of());
                // Whoever comes after them is told of after them.
                FeedClient last = follow(other, Map.of("Cookie", SessionCookieNames.SECURE + "=" + bob))) {
            first.events(4);
            second.events(4);
            third.events(4);
            last.events(4);
            await().atMost(PATIENCE).until(() -> !ingest.presences().isEmpty());
        }

        assertThat(ingest.presences()).containsExactly(report(other, BOB, true));
    }

    private static String report(TestRoom room, RoomPlayer player, boolean connected) {
        return "PUT /rooms/%s/presence %s {\"connected\": %b}"
                .formatted(room.roomId(), player.getPlayerId(), connected);
    }

    private String token(String playerId) {
        return ingest.tokenOf(playerId, PrincipalKind.PLAYER, Instant.now().plusSeconds(3_600));
    }

    private FeedClient follow(TestRoom room, Map<String, String> headers) {
        return new FeedClient(instance, "/rooms/%s/feed".formatted(room.roomId()), headers);
    }

    private void happened(List<TicTacToeEvent> events) {
        instance.roomLog.addRooms(events);
        instance.rooms.pipe(events);
    }
}
