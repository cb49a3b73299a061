package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.machine.Machine;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Players look for opponents through the whole platform: the lobby, its pool, the relays and the views. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class MatchmakingOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonHttp http = new JsonHttp();

    @Test
    void twoWhoLookForAnOpponentComeToOneRoom(Machine machine) throws Exception {
        JsonNode ann = guest(machine);
        JsonNode bob = guest(machine);
        String first = search(machine, ann, "FAST", null);
        JsonNode waiting = await().atMost(PATIENCE).until(() -> state(machine, first), state -> state.has("endsAt"));
        assertThat(waiting.path("state").asText()).isEqualTo("SEARCHING");
        assertThat(waiting.path("playerId")).isEqualTo(ann.path("playerId"));
        assertThatThrownBy(() -> search(machine, ann, "FAST", null))
                .isInstanceOfSatisfying(
                        HttpProblem.class, problem -> assertThat(problem.code()).isEqualTo("ALREADY_SEARCHING"));

        String second = search(machine, bob, "FAST", null);

        String roomId = room(machine, first);
        assertThat(room(machine, second)).isEqualTo(roomId);
        JsonNode room = openRoom(machine, roomId, 2);
        assertThat(room.path("seats").findValuesAsText("playerId"))
                .containsExactly(
                        ann.path("playerId").asText(), bob.path("playerId").asText());
        assertThat(room.path("state").asText()).isEqualTo("PLAYING");
        assertThat(room.path("moveMs").asLong()).isEqualTo(10_000);

        http.post(
                ingest(machine) + "/rooms/%s/commands?wait=10000".formatted(roomId),
                token(bob),
                JSON.createObjectNode().put("type", "LeaveRoom"));
        assertOver(machine, first);
        assertOver(machine, second);
    }

    @Test
    void whoeverHasLeftIsNotFound(Machine machine) throws Exception {
        JsonNode ann = guest(machine);
        JsonNode bob = guest(machine);
        String left = search(machine, ann, "NORMAL", null);
        awaitInPool(machine, ann, left);

        http.delete(ingest(machine) + "/matchmaking/" + left, token(ann));
        assertOver(machine, left);
        String alone = search(machine, bob, "NORMAL", null);

        awaitInPool(machine, bob, alone);
        assertThat(state(machine, alone).path("state").asText()).isEqualTo("SEARCHING");
        http.delete(ingest(machine) + "/matchmaking/" + alone, token(bob));
    }

    @Test
    void aBotPlaysWhereNobodyComes(Machine machine) throws Exception {
        JsonNode ann = guest(machine);
        String search = search(machine, ann, "NORMAL", "PERFECT_BOT");

        JsonNode room = openRoom(machine, room(machine, search), 1);

        assertThat(room.path("opponent").asText()).isEqualTo("PERFECT_BOT");
        assertThat(room.path("seats").path(0).path("playerId")).isEqualTo(ann.path("playerId"));
    }

    private JsonNode guest(Machine machine) throws Exception {
        return http.post(ingest(machine) + "/auth/guest", null, null);
    }

    private String search(Machine machine, JsonNode player, String pace, String bot) throws Exception {
        ObjectNode wish = JSON.createObjectNode().put("pace", pace);
        if (bot != null) {
            wish.put("bot", bot).put("botAfterMs", 0);
        }
        return http.post(ingest(machine) + "/matchmaking", token(player), wish)
                .path("searchId")
                .asText();
    }

    /** A relay takes a search there, a moment after it was begun. */
    private void awaitInPool(Machine machine, JsonNode player, String searchId) {
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(problem ->
                        problem instanceof HttpProblem early && early.code().equals("NOT_SEARCHING"))
                .until(
                        () -> http.put(ingest(machine) + "/matchmaking/" + searchId, token(player)),
                        renewed -> renewed.path("searchId").asText().equals(searchId) && renewed.has("endsAt"));
    }

    private JsonNode state(Machine machine, String searchId) throws Exception {
        return http.get(machine.platform().queriesUrl() + "/matchmaking/" + searchId);
    }

    private String room(Machine machine, String searchId) {
        return await().atMost(PATIENCE)
                .until(() -> state(machine, searchId), state -> state.has("roomId"))
                .path("roomId")
                .asText();
    }

    /** It opens a moment after it is known, and is shown event by event. */
    private JsonNode openRoom(Machine machine, String roomId, int seats) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(problem -> problem instanceof HttpProblem gone && gone.status() == 404)
                .until(
                        () -> http.get(machine.platform().queriesUrl() + "/rooms/" + roomId),
                        room -> room.path("seats").size() >= seats
                                && (seats == 1 || room.path("state").asText().equals("PLAYING")));
    }

    private void assertOver(Machine machine, String searchId) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThatThrownBy(() -> state(machine, searchId))
                        .isInstanceOfSatisfying(
                                HttpProblem.class,
                                problem -> assertThat(problem.code()).isEqualTo("UNKNOWN_SEARCH")));
    }

    private static String token(JsonNode player) {
        return player.path("token").asText();
    }

    private static String ingest(Machine machine) {
        return machine.platform().ingestUrl();
    }
}
