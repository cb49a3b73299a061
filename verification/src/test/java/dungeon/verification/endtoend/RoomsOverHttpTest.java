package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.streams.admission.RemoteKeys;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.tictactoe.RoomClosed;
import dungeon.schemas.tictactoe.RoundEnded;
import dungeon.standalone.machine.Machine;
import dungeon.verification.tictactoe.PlayedRoom;
import dungeon.verification.tictactoe.RoomAudit;
import dungeon.verification.tictactoe.RoomLog;
import dungeon.verification.tictactoe.RoomReplay;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two play tic-tac-toe through the whole platform: the lobby grants the room, a relay opens it, and clocks run by themselves. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class RoomsOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonHttp http = new JsonHttp();

    @Test
    void twoPlayARoundAndTheLogGivesTheSameAgain(Machine machine) throws Exception {
        String ingest = machine.platform().ingestUrl();
        String ann = guest(ingest);
        String bob = guest(ingest);
        String room = open(ingest, ann, JSON.createObjectNode().put("invitation", "open sesame, open sesame"));

        assertThatThrownBy(() -> join(ingest, bob, room, "open wheat, open wheat, open"))
                .isInstanceOfSatisfying(
                        HttpProblem.class, problem -> assertThat(problem.code()).isEqualTo("NOT_INVITED"));
        join(ingest, bob, room, "open sesame, open sesame");
        int[] cells = {4, 0, 2, 8, 6};
        JsonNode last = null;
        for (int i = 0; i < cells.length; i++) {
            last = command(ingest, i % 2 == 0 ? ann : bob, room, "PlaceMark").send("move", i + 1, "cell", cells[i]);
        }

        assertThat(last.path("events").findValuesAsText("type")).containsExactly("MarkPlaced", "RoundEnded");
        assertThat(last.path("events").path(1).path("result").asText()).isEqualTo("X_WON");
        String queries = machine.platform().queriesUrl() + "/rooms";
        long sequence = last.path("events").path(1).path("sequence").asLong();
        JsonNode over = http.get("%s/%s?atLeast=%d".formatted(queries, room, sequence));
        assertThat(over.path("state").asText()).isEqualTo("OVER");
        assertThat(over.path("cells").asText()).isEqualTo("O.X.X.X.O");
        assertThat(roomsIn(queries, "OVER")).contains(room);
        command(ingest, bob, room, "LeaveRoom").send();
        // Its place in the lobby is free again as soon as the relay has said so: five more rooms can be opened.
        for (int i = 0; i < 5; i++) {
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(HttpProblem.class)
                    .until(() -> open(ingest, ann, null) != null);
        }
        assertThatThrownBy(() -> open(ingest, ann, null))
                .isInstanceOfSatisfying(
                        HttpProblem.class, problem -> assertThat(problem.code()).isEqualTo("LIMIT_REACHED"));
        await().atMost(PATIENCE).until(() -> roomsIn(queries, "CLOSED").contains(room));
        PlayedRoom played = read(machine, room);
        assertThat(played.events().get(played.events().size() - 1).getPayload()).isInstanceOf(RoomClosed.class);
        assertThat(RoomReplay.of(played)).isEqualTo(Optional.empty());
        assertThat(RoomAudit.of(played)).isEqualTo(Optional.empty());
    }

    @Test
    void whoeverDoesNotMoveLosesThoughNobodySendsAnything(Machine machine) throws Exception {
        String ingest = machine.platform().ingestUrl();
        String ann = guest(ingest);
        String room = open(ingest, ann, JSON.createObjectNode().put("moveMs", 1_000));
        join(ingest, guest(ingest), room, null);

        await().atMost(PATIENCE)
                .until(() -> read(machine, room).events().stream()
                        .anyMatch(event -> event.getPayload() instanceof RoundEnded));

        assertThat(RoomReplay.of(read(machine, room))).isEqualTo(Optional.empty());
        assertThat(RoomAudit.of(read(machine, room))).isEqualTo(Optional.empty());
    }

    @Test
    void aBotComesIntoARoomThatWaitsForOneAndDoesNotLose(Machine machine) throws Exception {
        String ingest = machine.platform().ingestUrl();
        String rooms = machine.platform().queriesUrl() + "/rooms/";
        String ann = guest(ingest);
        String room = open(ingest, ann, JSON.createObjectNode().put("opponent", "PERFECT_BOT"));
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(HttpProblem.class)
                .until(() -> http.get(rooms + room).path("state").asText().equals("PLAYING"));
        JsonNode seats = http.get(rooms + room).path("seats");
        assertThat(seats.path(1).path("playerName").asText()).matches("perfect-[0-9a-f]{4}");

        JsonNode now = http.get(rooms + room);
        while (!now.path("state").asText().equals("OVER")) {
            boolean isMine = now.path("turnPlayerId")
                    .asText()
                    .equals(seats.path(0).path("playerId").asText());
            long next = now.path("sequence").asLong() + 1;
            if (isMine) {
                place(ingest, ann, room, now);
            }
            now = await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(HttpProblem.class)
                    .until(() -> http.get("%s%s?atLeast=%d".formatted(rooms, room, next)), answer -> true);
        }

        assertThat(now.path("seats").path(0).path("wins").asInt()).isZero();
        command(ingest, ann, room, "LeaveRoom").send();
    }

    /** The views may be between the other's last mark and the end of the round, which come together. */
    private void place(String ingest, String token, String room, JsonNode now)
            throws IOException, InterruptedException {
        try {
            command(ingest, token, room, "PlaceMark")
                    .send(
                            "move",
                            now.path("move").asInt(),
                            "cell",
                            now.path("cells").asText().indexOf('.'));
        } catch (HttpProblem e) {
            assertThat(e.code()).isEqualTo("ROUND_OVER");
        }
    }

    private List<String> roomsIn(String rooms, String state) throws IOException, InterruptedException {
        return http.get("%s?state=%s".formatted(rooms, state)).path("rooms").findValuesAsText("roomId");
    }

    private String guest(String ingest) throws IOException, InterruptedException {
        return http.post(ingest + "/auth/guest", null, null).path("token").asText();
    }

    private String open(String ingest, String token, ObjectNode plan) throws IOException, InterruptedException {
        return http.post(ingest + "/rooms", token, plan).path("roomId").asText();
    }

    private void join(String ingest, String token, String room, String invitation)
            throws IOException, InterruptedException {
        http.post(
                "%s/rooms/%s/participants".formatted(ingest, room),
                token,
                JSON.createObjectNode().put("invitation", invitation));
    }

    private static PlayedRoom read(Machine machine, String room) {
        RemoteKeys keys = new RemoteKeys(URI.create(machine.platform().ingestUrl() + "/.well-known/jwks.json"));
        return RoomLog.read(machine.platform(), new TokenVerifier(keys)).get(room);
    }

    private Sending command(String ingest, String token, String room, String type) {
        return numbers -> {
            ObjectNode order = JSON.createObjectNode().put("type", type);
            if (numbers.length > 0) {
                order.put("round", 1);
            }
            for (int i = 0; i < numbers.length; i += 2) {
                order.put((String) numbers[i], (Integer) numbers[i + 1]);
            }
            return http.post("%s/rooms/%s/commands?wait=10000".formatted(ingest, room), token, order);
        };
    }

    /** Sends an order with fields, each a name and a number, and gives what came of it. */
    private interface Sending {
        JsonNode send(Object... numbers) throws IOException, InterruptedException;
    }
}
