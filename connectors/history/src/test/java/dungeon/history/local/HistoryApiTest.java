package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.history.local.PastGames.Plan;
import dungeon.platform.envelope.Ids;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history over HTTP, on games that were written by hand. */
@Tag("broker")
class HistoryApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MAP = Ids.nameBased("a map");

    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static WrittenHistory history;
    private static PastGames past;
    private static String first;
    private static String second;
    private static String third;
    private static String practice;
    private static String cancelled;
    private static String running;

    @BeforeAll
    static void start() throws Exception {
        history = WrittenHistory.prepare(folder);
        past = new PastGames(history.sql());
        first = past.ended(Plan.at("2026-05-01T10:00:00Z").on(MAP), "ada 1", "bob 2", "cyd 3");
        second = past.ended(Plan.at("2026-05-02T10:00:00Z"), "ada 1", "bob 2");
        third = past.ended(Plan.at("2026-05-03T10:00:00.007Z").on(MAP), "cyd 1", "bob 2");
        practice = past.ended(Plan.at("2026-05-04T10:00:00Z").forPracticeOf(PastGames.idOf("bob")), "bob 1", "dora 2");
        past.ended(Plan.at("2025-12-01T10:00:00Z").openedBy(PastGames.idOf("hal")), "hal 1", "ida 2");
        cancelled = past.ended(Plan.at("2026-05-05T10:00:00Z").neverStarted(), "dora 1", "ada 2");
        running = past.running(Plan.at("2026-05-06T10:00:00Z"), "ada 1", "eve 2");
        past.registered("ada", false);
        past.registered("eve", true);
        history.serve();
        await("the ranking")
                .atMost(PATIENCE)
                .until(() -> get("/history/ranking").path("endedGames").asInt() == 6);
    }

    @AfterAll
    static void stop() throws IOException {
        history.close();
    }

    @Test
    void listsGamesThatHaveEndedLastFirst() throws Exception {
        assertThat(idsOf("/history/games")).containsExactly(cancelled, practice, third, second, first);
        JsonNode games = get("/history/games").path("games");
        assertThat(games.get(3)).isEqualTo(JSON.readTree("""
                {"gameId": "%s", "createdAt": "2026-05-02T10:00:00Z", "startedAt": "2026-05-02T10:00:01Z",
                 "endedAt": "2026-05-02T10:10:00Z", "endReason": "TIME_UP", "durationMs": 600000, "participants": 2,
                 "winner": {"playerId": "%s", "playerName": "ada", "total": 100}}""".formatted(second, PastGames.idOf("ada"))));
        assertThat(games.get(0).has("startedAt")).isFalse();
        assertThat(games.get(0).has("winner"))
                .as("a winner of a game that never began")
                .isFalse();
        assertThat(games.get(1).path("practiceFor").asText()).isEqualTo(PastGames.idOf("bob"));
        assertThat(games.get(2).path("mapTypeId").asText()).isEqualTo(MAP);
    }

    @Test
    void listsGamesInPages() throws Exception {
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get("/history/games?since=2026-01-01T00:00:00Z&limit=2" + after);
            page.path("games").forEach(game -> found.add(game.path("gameId").asText()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        assertThat(found).containsExactly(cancelled, practice, third, second, first);
    }

    @Test
    void listsGamesOfAPlayerOnAMapAndOfATime() throws Exception {
        String bob = PastGames.idOf("bob");
        assertThat(idsOf("/history/games?playerId=" + bob)).containsExactly(practice, third, second, first);
        assertThat(idsOf("/history/games?playerId=%s&limit=2&after=%s".formatted(bob, third)))
                .containsExactly(second, first);
        assertThat(idsOf("/history/games?mapTypeId=" + MAP)).containsExactly(third, first);
        assertThat(idsOf("/history/games?playerId=%s&mapTypeId=%s".formatted(PastGames.idOf("ada"), MAP)))
                .containsExactly(first);
        assertThat(idsOf("/history/games?since=2026-05-02T10:00:00Z&until=2026-05-04T10:00:00Z"))
                .containsExactly(third, second);
        assertThat(idsOf("/history/games?since=2026-05-02T10:00:00.001Z&until=2026-05-04T10:00:00.001Z"))
                .containsExactly(practice, third);
        assertThat(idsOf("/history/games?until=2026-05-02T10:00:00Z&after=" + third))
                .containsExactly(first);
        assertThat(idsOf("/history/games?since=2999-01-01T00:00:00Z")).isEmpty();
    }

    /** Whoever makes a game can give it an id that is older, by a day at most. */
    @Test
    void listsGamesOfATimeByTheirCreationAndNotByTheirIds() throws Exception {
        Instant createdAt = Instant.parse("2025-03-02T12:00:00Z");
        String gameId = Ids.timed(createdAt.minus(Duration.ofHours(23)).toEpochMilli(), "older");
        past.event(gameId, createdAt, "GameCreated", null, "{\"durationMs\": 1, \"participantLimit\": 4}");
        past.event(gameId, createdAt.plusSeconds(1), "GameEnded", null, "{\"standings\": []}");
        String march = "/history/games?since=2025-03-02T%s&until=2025-03-02T%s";

        assertThat(get(march.formatted("12:00:00Z", "13:00:00Z")).findValuesAsText("gameId"))
                .containsExactly(gameId);
        assertThat(get(march.formatted("12:00:01Z", "13:00:00Z")).findValuesAsText("gameId"))
                .isEmpty();
        assertThat(get("/history/games?since=2025-03-01T00:00:00Z&until=2025-03-02T12:00:00Z")
                        .findValuesAsText("gameId"))
                .isEmpty();
    }

    @Test
    void whoWinsMatchesThatPlayersHaveOpenedIsNotInTheRanking() throws Exception {
        assertThat(get("/history/ranking").findValuesAsText("playerName"))
                .contains("ada", "cyd")
                .doesNotContain("hal", "ida");
    }

    @Test
    void tellsHowAGameEnded() throws Exception {
        JsonNode result = get("/history/games/" + first);
        assertThat(result.path("lastSequence").asInt()).isEqualTo(6);
        assertThat(result.path("complete").asBoolean()).isTrue();
        assertThat(result.path("results")).hasSize(3);
        assertThat(result.path("results").get(1)).isEqualTo(JSON.readTree("""
                {"rank": 2, "playerId": "%s", "playerName": "bob", "total": 50, "mining": 1, "trading": 2, "travelling": 3,
                 "fighting": 4, "upgrading": 5, "balance": 6}""".formatted(PastGames.idOf("bob"))));
    }

    @Test
    void tellsThatEventsAreMissing() throws Exception {
        String gameId = past.running(Plan.at("2025-01-01T00:00:00Z"), "finn 1", "gil 2");
        past.skip(gameId);
        past.event(gameId, Instant.parse("2025-01-01T00:10:00Z"), "GameEnded", null, "{\"standings\": []}");
        assertThat(get("/history/games/" + gameId).path("complete").asBoolean(true))
                .isFalse();
    }

    @Test
    void gamesThatHaveNotEndedAreNotHere() throws Exception {
        for (String path : List.of("", "/events", "/robots", "/robots/%s/events".formatted(MAP))) {
            assertProblem(404, "UNKNOWN_GAME", "/history/games/" + running + path);
            assertProblem(404, "UNKNOWN_GAME", "/history/games/" + MAP + path);
        }
    }

    @Test
    void givesTheEventsOfAGameInPages() throws Exception {
        JsonNode page = get("/history/games/%s/events?from=2&limit=2".formatted(third));
        assertThat(page.path("events")).hasSize(2);
        assertThat(page.path("next").asInt()).isEqualTo(4);
        assertThat(page.path("events").get(0)).isEqualTo(JSON.readTree("""
                {"gameId": "%s", "sequence": 2, "time": "2026-05-03T10:00:00.257Z", "commandId": "c", "playerId": "%s",
                 "remaining": 0, "type": "PlayerJoined", "playerName": "cyd", "number": 0}""".formatted(third, PastGames.idOf("cyd"))));
        JsonNode last = get("/history/games/%s/events?from=4&limit=2".formatted(third));
        assertThat(last.path("events").findValuesAsText("type")).containsExactly("GameStarted", "GameEnded");
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void tellsWhatARobotDidAndSuffered() throws Exception {
        Plan plan = Plan.at("2025-02-01T00:00:00Z");
        String gameId = past.running(plan, "ada 1", "bob 2");
        String mine = Ids.nameBased("mine");
        String other = Ids.nameBased("other");
        for (String robot : List.of(mine, other)) {
            past.event(gameId, plan.createdAt().plusSeconds(2), "RobotSpawned", PastGames.idOf("ada"), """
                    {"robotId": "%s", "name": "R", "playerId": "x"}""".formatted(
                            robot));
        }
        past.event(gameId, plan.createdAt().plusSeconds(3), "RobotAttacked", PastGames.idOf("ada"), """
                {"robotId": "%s", "targetRobotId": "%s"}""".formatted(
                        other, mine));
        past.event(
                gameId, plan.createdAt().plusSeconds(4), "RobotDestroyed", PastGames.idOf("ada"), """
                {"robotId": "%s"}""".formatted(mine));
        past.event(gameId, plan.createdAt().plusSeconds(5), "GameEnded", null, "{\"standings\": []}");

        JsonNode robots = get("/history/games/%s/robots?limit=1".formatted(gameId));
        JsonNode rest = get("/history/games/%s/robots?limit=1&after=%s"
                .formatted(gameId, robots.path("next").asText()));
        assertThat(new TreeSet<>(List.of(
                        robots.path("robots").get(0).path("robotId").asText(),
                        rest.path("robots").get(0).path("robotId").asText())))
                .isEqualTo(new TreeSet<>(List.of(mine, other)));
        assertThat(rest.has("next")).isFalse();
        assertThat(get("/history/games/%s/robots/%s/events".formatted(gameId, mine))
                        .path("events")
                        .findValuesAsText("type"))
                .containsExactly("RobotSpawned", "RobotAttacked", "RobotDestroyed");
        JsonNode page = get("/history/games/%s/robots/%s/events?limit=1&from=2".formatted(gameId, mine));
        assertThat(page.path("events").findValuesAsText("type")).containsExactly("RobotSpawned");
        assertThat(page.path("next").asInt())
                .isEqualTo(page.path("events").get(0).path("sequence").asInt() + 2);
        assertProblem(404, "UNKNOWN_ROBOT", "/history/games/%s/robots/%s/events".formatted(gameId, MAP));
    }

    /** Ada beat all three; Bob beat Cyd once, and was beaten by all three; Cyd beat Bob once, and was beaten by two. */
    @Test
    void ranksPlayersByTheOpponentsTheyHaveBeaten() throws Exception {
        JsonNode players = get("/history/ranking").path("players");
        assertThat(players.findValuesAsText("playerName")).startsWith("ada", "cyd", "bob");
        assertThat(players.get(0)).isEqualTo(JSON.readTree("""
                {"position": 1, "playerId": "%s", "playerName": "ada", "games": 2, "wins": 2, "points": 200, "opponents": 3,
                 "beaten": 3, "score": 0.6154, "lastEndedAt": "2026-05-02T10:10:00Z"}""".formatted(PastGames.idOf("ada"))));
        assertThat(figures(players.get(2))).isEqualTo("bob 3 games 0 wins 1 of 4: 0.4286");
        assertThat(figures(players.get(1))).isEqualTo("cyd 2 games 1 wins 1 of 3: 0.4615");
        assertThat(players.findValuesAsText("playerName"))
                .as("who was in practice and in a game that never began only")
                .doesNotContain("dora");
        JsonNode page = get("/history/ranking?limit=1&after=1");
        assertThat(page.path("players").findValuesAsText("playerName")).containsExactly("cyd");
        assertThat(page.path("next").asInt()).isEqualTo(2);
    }

    @Test
    void tellsWhoAPlayerIsAndHowGamesWent() throws Exception {
        JsonNode ada = get("/history/players/" + PastGames.idOf("ada"));
        assertThat(ada.path("guest").asBoolean(true)).isFalse();
        assertThat(ada.path("registeredAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(figures(ada.path("record"))).isEqualTo("ada 2 games 2 wins 3 of 3: 0.6154");
        JsonNode eve = get("/history/players/" + PastGames.idOf("eve"));
        assertThat(eve.path("guest").asBoolean()).isTrue();
        assertThat(eve.has("record"))
                .as("a record before the first game is over")
                .isFalse();
        assertProblem(404, "UNKNOWN_PLAYER", "/history/players/" + MAP);
    }

    @Test
    void tellsAllThatIsKeptAboutWhoAPlayerIs() throws Exception {
        String ada = PastGames.idOf("ada");
        String linked = "{\"playerId\": \"%s\", \"playerName\": \"ada\"}".formatted(ada);
        past.identity("login:5c", 1, Instant.parse("2026-05-01T08:00:00Z"), "LoginLinked", linked);
        past.identity("login:5c", 2, Instant.parse("2026-05-03T08:00:00Z"), "SignedIn", linked);
        past.identity(
                "account:" + ada, 1, Instant.parse("2026-05-02T08:00:00Z"), "TokenRevoked", "{\"tokenId\": \"t\"}");
        past.identity("login:5d", 1, Instant.parse("2026-05-01T08:00:00Z"), "LoginLinked", linked.replace(ada, MAP));

        assertThat(get("/personal/" + ada)).isEqualTo(JSON.readTree("""
                {"playerId": "%s", "playerName": "ada", "registeredAt": "2026-01-01T00:00:00Z",
                 "account": [{"type": "SignedIn", "time": "2026-05-03T08:00:00Z"},
                             {"type": "TokenRevoked", "time": "2026-05-02T08:00:00Z"},
                             {"type": "LoginLinked", "time": "2026-05-01T08:00:00Z"}],
                 "games": "/history/games?playerId=%s", "rooms": "/history/rooms?playerId=%s"}""".formatted(ada, ada, ada)));
        String bob = PastGames.idOf("bob");
        assertThat(get("/personal/" + bob)).isEqualTo(JSON.readTree("""
                {"playerId": "%s", "account": [], "games": "/history/games?playerId=%s",
                 "rooms": "/history/rooms?playerId=%s"}""".formatted(bob, bob, bob)));
    }

    @Test
    void tellsNoPageOfAnotherSiteWhoAPlayerIs() throws Exception {
        URI address = URI.create(history.url() + "/personal/" + PastGames.idOf("ada"));
        for (String[] header : new String[][] {{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}}) {
            HttpRequest request =
                    HttpRequest.newBuilder(address).header(header[0], header[1]).build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(header[0]).isEqualTo(404);
            assertThat(answer.body()).as(header[0]).doesNotContain("account");
        }
    }

    @Test
    void tellsNoPageWhoseNameLeadsHereWhoAPlayerIs() throws Exception {
        for (String host : List.of(
                "rebound.example",
                "rebound.example:" + URI.create(history.url()).getPort())) {
            assertThat(personalDataAskedOf(host))
                    .as(host)
                    .startsWith("HTTP/1.1 404 ")
                    .doesNotContain("account");
        }
        for (String host : List.of("127.0.0.1:80", "dungeon-history:8084")) {
            assertThat(personalDataAskedOf(host)).as(host).startsWith("HTTP/1.1 200 ");
        }
    }

    private static String personalDataAskedOf(String host) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(history.url()).getPort())) {
            socket.getOutputStream()
                    .write("GET /personal/%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(PastGames.idOf("ada"), host)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertProblem(400, "MALFORMED", "/history/games?since=yesterday");
        assertProblem(400, "MALFORMED", "/history/games?until=%2B999999999-01-01T00:00:00Z");
        assertProblem(400, "MALFORMED", "/history/games?after=1");
        assertProblem(400, "MALFORMED", "/history/games?limit=201");
        assertProblem(400, "MALFORMED", "/history/games?limt=2");
        assertProblem(400, "MALFORMED", "/history/games/x");
        assertProblem(400, "MALFORMED", "/history/games/%s/events?from=0".formatted(first));
        assertProblem(400, "MALFORMED", "/history/ranking?after=-1");
        assertProblem(404, "UNKNOWN_ROUTE", "/history");
        assertThat(assertProblem(404, "UNKNOWN_ROUTE", "/history/game")
                        .path("detail")
                        .asText())
                .isEqualTo("There is no /history/game; see /history/openapi.json");
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        assertThat(get("/health/ready").path("status").asText()).isEqualTo("UP");
        history.postgres().kill();
        HttpResponse<String> answer = send("/history/games");
        // It may be back already.
        if (answer.statusCode() != 200) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("NOT_AVAILABLE");
        }
        await("the database")
                .atMost(PATIENCE)
                .until(() -> send("/history/games").statusCode() == 200);
        await("the ranking")
                .atMost(PATIENCE)
                .until(() -> send("/history/ranking").statusCode() == 200);
    }

    @Test
    void describesItsRoutes() throws Exception {
        JsonNode document = get("/history/openapi.json");
        // For the linter of .ci/run.
        Files.writeString(Path.of("target", "openapi.json"), document.toPrettyString());
        assertThat(document.path("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/history/games",
                        "/history/games/{gameId}",
                        "/history/games/{gameId}/events",
                        "/history/games/{gameId}/robots",
                        "/history/games/{gameId}/robots/{robotId}/events",
                        "/history/players/{playerId}",
                        "/history/ranking",
                        "/history/ranking/tictactoe",
                        "/history/rooms",
                        "/history/rooms/{roomId}",
                        "/history/rooms/{roomId}/events",
                        "/personal/{playerId}",
                        "/health/live",
                        "/health/ready",
                        "/health/started",
                        "/metrics");
        JsonNode schemas = document.path("components").path("schemas");
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(schemas.has(reference.asText().replace("#/components/schemas/", "")))
                    .as(reference.asText())
                    .isTrue();
        }
    }

    private static String figures(JsonNode record) {
        return "%s %d games %d wins %s of %d: %s"
                .formatted(
                        record.path("playerName").asText(),
                        record.path("games").asInt(),
                        record.path("wins").asInt(),
                        record.path("beaten").asText(),
                        record.path("opponents").asInt(),
                        record.path("score").asText());
    }

    private static List<String> idsOf(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode game : get(path).path("games")) {
            // Other tests have games of their own, in the year before.
            if (game.path("createdAt").asText().startsWith("2026")) {
                ids.add(game.path("gameId").asText());
            }
        }
        return ids;
    }

    private static JsonNode assertProblem(int status, String code, String path) throws Exception {
        return history.assertProblem(status, code, path);
    }

    private static JsonNode get(String path) throws Exception {
        return history.get(path);
    }

    private static HttpResponse<String> send(String path) throws Exception {
        return history.send(path);
    }
}
