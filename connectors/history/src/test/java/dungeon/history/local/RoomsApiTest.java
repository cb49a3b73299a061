package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.history.db.Database;
import dungeon.platform.envelope.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rooms of tic-tac-toe in the history over HTTP, and their ranking, on rooms that were written by hand. */
@Tag("broker")
class RoomsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static WrittenHistory history;
    private static String first;
    private static String second;
    private static String practice;
    private static String quick;
    private static String farm;
    private static String nobody;
    private static String unfinished;

    @BeforeAll
    static void start() throws Exception {
        history = WrittenHistory.prepare(folder);
        Sql sql = history.sql();
        first = WrittenRoom.opened(sql, "2026-05-01T10:00:00Z", "ada", "PERSON")
                .joined("bob")
                .wonByHost(5)
                .drawn()
                .wonByHost(7)
                .closed("NO_REMATCH")
                .roomId();
        second = WrittenRoom.opened(sql, "2026-05-02T10:00:00Z", "cyd", "PERSON")
                .joined("ada")
                .wonByGuest(6)
                .closed("LEFT")
                .roomId();
        practice = WrittenRoom.opened(sql, "2026-05-03T10:00:00Z", "bob", "EASY_BOT")
                .joined("easy-1234")
                .wonByHost(5)
                .closed("LEFT")
                .roomId();
        quick = WrittenRoom.opened(sql, "2026-05-04T10:00:00Z", "bob", "PERSON")
                .joined("fay")
                .wonByHost(1)
                .wonByHost(4)
                .closed("LEFT")
                .roomId();
        WrittenRoom farmed =
                WrittenRoom.opened(sql, "2026-05-05T10:00:00Z", "eve", "PERSON").joined("eve2");
        for (int i = 0; i < 20; i++) {
            farmed.wonByHost(5);
        }
        farm = farmed.closed("LEFT").roomId();
        nobody = WrittenRoom.opened(sql, "2026-05-06T10:00:00Z", "ada", "PERSON")
                .closed("NOBODY_JOINED")
                .roomId();
        unfinished = WrittenRoom.opened(sql, "2026-05-07T10:00:00Z", "cyd", "PERSON")
                .joined("gus")
                .wonByGuest(6)
                .begun(2)
                .roomId();
        new PastGames(sql).registered("ada", false);
        new PastGames(sql).registered("fay", true);
        history.serve();
        await("the ranking")
                .atMost(PATIENCE)
                .until(() ->
                        get("/history/ranking/tictactoe").path("closedRooms").asInt() == 6);
    }

    @AfterAll
    static void stop() throws IOException {
        history.close();
    }

    @Test
    void listsClosedRoomsInWhichTwoSatLastFirst() throws Exception {
        assertThat(idsOf("/history/rooms")).containsExactly(farm, quick, practice, second, first);
        JsonNode rooms = get("/history/rooms").path("rooms");
        assertThat(rooms.get(4))
                .isEqualTo(JSON.readTree("""
                {"roomId": "%s", "openedAt": "2026-05-01T10:00:00Z", "closedAt": "2026-05-01T10:00:29Z",
                 "closingReason": "NO_REMATCH", "opponent": "PERSON", "practice": false, "rounds": 3,
                 "players": [{"playerId": "%s", "playerName": "ada", "wins": 2},
                             {"playerId": "%s", "playerName": "bob", "wins": 0}]}""".formatted(first, PastGames.idOf("ada"), PastGames.idOf("bob"))));
        assertThat(rooms.get(2).path("practice").asBoolean()).isTrue();
    }

    @Test
    void listsRoomsInPagesOfAPlayerAndOfATime() throws Exception {
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/history/rooms?limit=2" + after);
            found.addAll(page.path("rooms").findValuesAsText("roomId"));
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        assertThat(found).containsExactly(farm, quick, practice, second, first);

        String ada = PastGames.idOf("ada");
        assertThat(idsOf("/history/rooms?playerId=" + ada)).containsExactly(second, first);
        assertThat(idsOf("/history/rooms?playerId=%s&limit=1&after=%s".formatted(ada, second)))
                .containsExactly(first);
        assertThat(idsOf("/history/rooms?since=2026-05-02T10:00:00Z&until=2026-05-04T10:00:00Z"))
                .containsExactly(practice, second);
        assertThat(idsOf("/history/rooms?playerId=%s&since=2026-05-01T10:00:00.001Z".formatted(ada)))
                .containsExactly(second);
        history.assertProblem(400, "MALFORMED", "/history/rooms?mapTypeId=" + ada);
    }

    @Test
    void tellsWhatCameOfARoom() throws Exception {
        JsonNode result = get("/history/rooms/" + first);
        assertThat(result.path("moveMs").asLong()).isEqualTo(30_000);
        assertThat(result.path("roundMs").asLong()).isEqualTo(180_000);
        assertThat(result.path("invitationOnly").asBoolean(true)).isFalse();
        assertThat(result.path("lastSequence").asLong()).isEqualTo(30);
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("players").findValuesAsText("wins")).containsExactly("2", "0");
        assertThat(result.path("rounds").findValuesAsText("moves")).containsExactly("5", "9", "7");
        assertThat(result.path("rounds").get(0))
                .isEqualTo(JSON.readTree("""
                {"round": 1, "xPlayerId": "%1$s", "oPlayerId": "%2$s", "result": "X_WON", "reason": "LINE", "winnerId": "%1$s",
                 "moves": 5, "startedAt": "2026-05-01T10:00:02Z", "endedAt": "2026-05-01T10:00:08Z"}""".formatted(PastGames.idOf("ada"), PastGames.idOf("bob"))));
        assertThat(result.path("rounds").get(1).has("winnerId")).isFalse();
    }

    @Test
    void tellsOfARoomToWhichNobodyCame() throws Exception {
        JsonNode result = get("/history/rooms/" + nobody);
        assertThat(result.path("closingReason").asText()).isEqualTo("NOBODY_JOINED");
        assertThat(result.path("players")).hasSize(1);
        assertThat(result.path("rounds")).isEmpty();
    }

    @Test
    void tellsThatEventsAreMissing() throws Exception {
        String roomId = WrittenRoom.opened(history.sql(), "2025-01-01T00:00:00Z", "ida", "PERSON")
                .skip()
                .closed("LEFT")
                .roomId();
        assertThat(get("/history/rooms/" + roomId).path("complete").asBoolean(true))
                .isFalse();
    }

    @Test
    void roomsThatAreNotClosedAreNotHere() throws Exception {
        for (String roomId : List.of(unfinished, Ids.nameBased("no room"))) {
            history.assertProblem(404, "UNKNOWN_ROOM", "/history/rooms/" + roomId);
            history.assertProblem(404, "UNKNOWN_ROOM", "/history/rooms/%s/events".formatted(roomId));
        }
    }

    @Test
    void givesTheEventsOfARoomInPages() throws Exception {
        JsonNode page = get("/history/rooms/%s/events?from=2&limit=2".formatted(second));
        assertThat(page.path("next").asInt()).isEqualTo(4);
        assertThat(page.path("events")).hasSize(2);
        assertThat(page.path("events").get(0)).isEqualTo(JSON.readTree("""
                {"roomId": "%s", "sequence": 2, "time": "2026-05-02T10:00:01Z", "commandId": "c", "playerId": "%2$s",
                 "remaining": 0, "type": "PlayerSeated", "player": {"playerId": "%2$s", "playerName": "ada"}}""".formatted(second, PastGames.idOf("ada"))));
        JsonNode last = get("/history/rooms/%s/events?from=10".formatted(second));
        assertThat(last.path("events").findValuesAsText("type")).containsExactly("RoundEnded", "RoomClosed");
        assertThat(last.has("next")).isFalse();
    }

    /** Ada has beaten Cyd, and Bob by five sixths: (1.8333 + 5) / 12. Eve has beaten one opponent, twenty times: (1 + 5) / 11. */
    @Test
    void ranksPlayersByTheOpponentsTheyHaveBeatenHoweverOften() throws Exception {
        JsonNode players = get("/history/ranking/tictactoe").path("players");
        assertThat(figures(players))
                .startsWith("1 ada 4 3-1-0 of 2: 0.5694", "2 eve 20 20-0-0 of 1: 0.5455", "3 bob 3 0-1-2 of 1: 0.4697")
                .hasSize(5)
                .anyMatch(player -> player.endsWith(" cyd 1 0-0-1 of 1: 0.4545"))
                .anyMatch(player -> player.endsWith(" eve2 20 0-0-20 of 1: 0.4545"));
        assertThat(players.get(0)).isEqualTo(JSON.readTree("""
                {"position": 1, "playerId": "%s", "playerName": "ada", "rounds": 4, "wins": 3, "draws": 1, "losses": 0,
                 "opponents": 2, "score": 0.5694, "lastEndedAt": "2026-05-02T10:00:09Z"}""".formatted(PastGames.idOf("ada"))));
        assertThat(players.findValuesAsText("playerName"))
                .as("bots, who gave up at once, and rooms that go on")
                .doesNotContain("easy-1234", "fay", "gus");
    }

    @Test
    void givesTheRankingInPages() throws Exception {
        JsonNode page = get("/history/ranking/tictactoe?limit=2&after=1");
        assertThat(page.path("players").findValuesAsText("playerName")).containsExactly("eve", "bob");
        assertThat(page.path("next").asInt()).isEqualTo(3);
        JsonNode last = get("/history/ranking/tictactoe?limit=2&after=3");
        assertThat(last.path("players").findValuesAsText("playerName")).containsExactlyInAnyOrder("cyd", "eve2");
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void tellsHowAPlayersRoundsWent() throws Exception {
        JsonNode ada = get("/history/players/" + PastGames.idOf("ada")).path("ticTacToe");
        assertThat(ada.path("record").path("score").asText()).isEqualTo("0.5694");
        assertThat(ada.has("asOf")).isTrue();
        JsonNode fay = get("/history/players/" + PastGames.idOf("fay")).path("ticTacToe");
        assertThat(fay.has("asOf")).isTrue();
        assertThat(fay.has("record")).as("a record of rounds that do not count").isFalse();
    }

    @Test
    void whatHappenedInRoomsCannotBeChanged() throws Exception {
        try (Connection writer = history.sql().as(Roles.WRITER, Database.HISTORY);
                Statement statement = writer.createStatement()) {
            assertThat(statement.executeUpdate("update room_events set type = type"))
                    .isZero();
            for (String change : List.of(
                    "update room_events set type = 'RoomClosed' where sequence = 1",
                    "delete from room_events",
                    "truncate room_events")) {
                assertThat(problemOf(statement, change)).as(change).isNotEmpty();
            }
        }
        try (Connection owner = history.sql().as(Roles.OWNER, Database.HISTORY);
                Statement statement = owner.createStatement()) {
            for (String table : List.of("room_events", "room_rejections")) {
                assertThat(problemOf(statement, "truncate " + table)).contains("What happened stays");
            }
            assertThat(problemOf(statement, "delete from room_events")).contains("what happened never changes");
        }
    }

    private static String problemOf(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static List<String> figures(JsonNode players) {
        List<String> figures = new ArrayList<>();
        for (JsonNode player : players) {
            figures.add("%s %s %s %s-%s-%s of %s: %s"
                    .formatted(
                            player.path("position").asText(),
                            player.path("playerName").asText(),
                            player.path("rounds").asText(),
                            player.path("wins").asText(),
                            player.path("draws").asText(),
                            player.path("losses").asText(),
                            player.path("opponents").asText(),
                            player.path("score").asText()));
        }
        return figures;
    }

    private static List<String> idsOf(String path) throws Exception {
        return get(path).path("rooms").findValuesAsText("roomId");
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return history.get(path);
    }
}
