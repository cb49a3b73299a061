package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.tictactoe.CommandRejected;
import dungeon.schemas.tictactoe.PlayerGone;
import dungeon.schemas.tictactoe.PlayerReturned;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.standalone.machine.Machine;
import dungeon.verification.tictactoe.PlayedRoom;
import dungeon.verification.tictactoe.RoomAudit;
import dungeon.verification.tictactoe.RoomLog;
import dungeon.verification.tictactoe.RoomReplay;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A room learns who is connected from the sockets of its players, and its log gives the same again. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class PresenceOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonHttp http = new JsonHttp();
    private final HttpClient sockets = HttpClient.newHttpClient();

    @Test
    void aRoomKnowsWhoIsGoneAndWhoIsBack(Machine machine) throws Exception {
        JsonNode ann = guest(machine);
        JsonNode bob = guest(machine);
        String room = open(machine, ann);
        join(machine, bob, room);
        WebSocket annsPage = follow(machine, room, "Cookie", "session=" + token(ann));
        WebSocket bobsProgram = follow(machine, room, "Authorization", "Bearer " + token(bob));
        WebSocket onlooker = follow(machine, room, "Authorization", "Bearer " + token(guest(machine)));

        bobsProgram.abort();
        onlooker.abort();
        awaitPresence(machine, room, true, false);
        // As a page does that is loaded anew.
        WebSocket again = follow(machine, room, "Authorization", "Bearer " + token(bob));
        awaitPresence(machine, room, true, true);
        annsPage.abort();
        awaitPresence(machine, room, false, true);
        // Whoever moves is there, connected or not.
        http.post(
                "%s/rooms/%s/commands?wait=10000".formatted(machine.platform().ingestUrl(), room),
                token(ann),
                JSON.createObjectNode()
                        .put("type", "PlaceMark")
                        .put("round", 1)
                        .put("move", 1)
                        .put("cell", 4));
        awaitPresence(machine, room, true, true);

        PlayedRoom played = RoomLog.read(
                        machine.platform(),
                        new TokenVerifier(
                                new RemoteKeys(URI.create(machine.platform().ingestUrl() + "/.well-known/jwks.json"))))
                .get(room);
        assertThat(played.events())
                .filteredOn(event ->
                        event.getPayload() instanceof PlayerGone || event.getPayload() instanceof PlayerReturned)
                .extracting(
                        TicTacToeEvent::getPlayerId, event -> event.getPayload().getClass())
                .containsExactly(
                        tuple(id(bob), PlayerGone.class),
                        tuple(id(bob), PlayerReturned.class),
                        tuple(id(ann), PlayerGone.class),
                        tuple(id(ann), PlayerReturned.class));
        assertThat(played.events())
                .as("nobody was reported in vain, nor anybody without a seat")
                .noneMatch(event -> event.getPayload() instanceof CommandRejected);
        assertThat(RoomReplay.of(played)).isEqualTo(Optional.empty());
        assertThat(RoomAudit.of(played)).isEqualTo(Optional.empty());
        again.abort();
    }

    private void awaitPresence(Machine machine, String room, boolean isAnnThere, boolean isBobThere) {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(HttpProblem.class).untilAsserted(() -> {
            JsonNode seats =
                    http.get(machine.platform().queriesUrl() + "/rooms/" + room).path("seats");
            assertThat(seats.path(0).has("claimableAt")).isNotEqualTo(isAnnThere);
            assertThat(seats.path(1).has("claimableAt")).isNotEqualTo(isBobThere);
        });
    }

    private WebSocket follow(Machine machine, String room, String header, String value) {
        String url = "%s/rooms/%s/feed".formatted(machine.platform().queriesUrl(), room);
        return sockets.newWebSocketBuilder()
                .header(header, value)
                .buildAsync(URI.create(url.replaceFirst("http", "ws")), new WebSocket.Listener() {})
                .join();
    }

    private JsonNode guest(Machine machine) throws IOException, InterruptedException {
        return http.post(machine.platform().ingestUrl() + "/auth/guest", null, null);
    }

    private String open(Machine machine, JsonNode player) throws IOException, InterruptedException {
        return http.post(machine.platform().ingestUrl() + "/rooms", token(player), null)
                .path("roomId")
                .asText();
    }

    private void join(Machine machine, JsonNode player, String room) throws IOException, InterruptedException {
        http.post("%s/rooms/%s/participants".formatted(machine.platform().ingestUrl(), room), token(player), null);
    }

    private static String token(JsonNode player) {
        return player.path("token").asText();
    }

    private static String id(JsonNode player) {
        return player.path("playerId").asText();
    }
}
