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
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Players open matches for each other through the whole platform: the lobby, the relays, the game, its views and the bots of the house. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class OpenMatchesOverHttpTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonHttp http = new JsonHttp();

    @Test
    void aMatchIsListedAndJoinedAndStartsWhenAllSeatsAreTaken(Machine machine) throws Exception {
        JsonNode ann = guest(machine);
        JsonNode bob = guest(machine);
        JsonNode opened = open(machine, ann, 2, 600_000, null);
        String gameId = opened.path("gameId").asText();

        JsonNode listed = await().atMost(PATIENCE)
                .until(
                        () -> listed(machine, gameId),
                        game -> game != null && namesIn(game).size() == 1);
        assertThat(listed.path("state").asText()).isEqualTo("CREATED");
        assertThat(listed.path("match").path("openedBy")).isEqualTo(ann.path("playerId"));
        assertThat(listed.path("match").path("openerName")).isEqualTo(ann.path("playerName"));
        assertThat(listed.path("match").has("bots")).isFalse();
        assertThat(listed.path("participantLimit").asInt()).isEqualTo(2);
        assertThat(listed.path("expiresAt")).isEqualTo(opened.path("waitsUntil"));
        assertThat(namesIn(listed)).containsExactly(ann.path("playerName").asText());
        assertThatThrownBy(() -> open(machine, ann, 2, 10_000, null))
                .isInstanceOfSatisfying(
                        HttpProblem.class, problem -> assertThat(problem.code()).isEqualTo("LIMIT_REACHED"));

        http.post(ingest(machine) + "/games/%s/participants".formatted(gameId), token(bob), null);

        JsonNode started = awaitState(machine, gameId, "STARTED");
        assertThat(Instant.parse(started.path("startedAt").asText()))
                .isBefore(Instant.parse(started.path("expiresAt").asText()));
        assertThat(awaitState(machine, gameId, "ENDED").path("endReason").asText())
                .isEqualTo("TIME_UP");
        await().atMost(PATIENCE)
                .ignoreExceptionsMatching(problem -> problem instanceof HttpProblem)
                .until(() -> open(machine, ann, 2, 10_000, null).has("gameId"));
    }

    @Test
    void botsOfTheKindThatIsAskedForTakeTheSeatsThatAreLeft(Machine machine) throws Exception {
        String gameId = open(machine, guest(machine), 3, 30_000, "TRADER")
                .path("gameId")
                .asText();

        JsonNode started = awaitState(machine, gameId, "STARTED");

        assertThat(namesIn(started)).hasSize(3);
        assertThat(namesIn(started).subList(1, 3)).allMatch(name -> name.matches("trader-[0-9a-f]{4}"));
    }

    @Test
    void aMatchThatNobodyJoinsEndsUnplayed(Machine machine) throws Exception {
        String gameId =
                open(machine, guest(machine), 3, 10_000, null).path("gameId").asText();

        JsonNode ended = awaitState(machine, gameId, "ENDED");

        assertThat(ended.path("endReason").asText()).isEqualTo("EXPIRED");
        assertThat(ended.has("startedAt")).isFalse();
        assertThat(ended.path("endedAt")).isEqualTo(ended.path("expiresAt"));
    }

    private JsonNode open(Machine machine, JsonNode player, int seats, long waitMs, String bots) throws Exception {
        ObjectNode wish = JSON.createObjectNode()
                .put("seats", seats)
                .put("waitMs", waitMs)
                .put("durationMs", 10_000)
                .put("bots", bots);
        return http.post(ingest(machine) + "/matches", token(player), wish);
    }

    private JsonNode listed(Machine machine, String gameId) throws Exception {
        JsonNode games = http.get(machine.platform().queriesUrl() + "/games?state=CREATED&limit=200")
                .path("games");
        for (JsonNode game : games) {
            if (game.path("gameId").asText().equals(gameId)) {
                return game;
            }
        }
        return null;
    }

    private JsonNode awaitState(Machine machine, String gameId, String state) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(problem -> problem instanceof HttpProblem gone && gone.status() == 404)
                .until(
                        () -> http.get(machine.platform().queriesUrl() + "/games/" + gameId),
                        game -> game.path("state").asText().equals(state));
    }

    private static List<String> namesIn(JsonNode game) {
        List<String> names = new ArrayList<>();
        game.path("participants")
                .forEach(player -> names.add(player.path("playerName").asText()));
        return names;
    }

    private JsonNode guest(Machine machine) throws IOException, InterruptedException {
        return http.post(ingest(machine) + "/auth/guest", null, null);
    }

    private static String token(JsonNode player) {
        return player.path("token").asText();
    }

    private static String ingest(Machine machine) {
        return machine.platform().ingestUrl();
    }
}
