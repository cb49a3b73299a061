package dungeon.history.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.export.LogExport;
import dungeon.history.db.Database;
import dungeon.players.bots.BotKind;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.ecst.RobotSnapshot;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.LoginLinked;
import dungeon.schemas.identity.SignedIn;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.topics.IdentitySubjects;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.Topic;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.standalone.match.MapChoice;
import dungeon.standalone.match.Match;
import dungeon.standalone.match.MatchPlan;
import dungeon.standalone.processes.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Matches that are played while the worker and the database are killed and frozen: what is in the history is what is in the log. */
@Tag("slow")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** So many happen before a history that has them counts as caught up. */
    private static final int EVENTS_MEANWHILE = 50;

    private static final int EVENTS_LEAST = 500;

    /** It is ended when everything has failed that is to fail; no machine is so slow. */
    private static final Duration MATCH_MAXIMUM = Duration.ofMinutes(10);

    private static final int HISTORY_PORT = FreePorts.one();

    @TempDir
    static Path parent;

    private static Machine machine;
    private static LocalHistory history;
    private static Sql sql;
    private static CompletableFuture<Void> match;
    private static LiveRoom room;

    @BeforeAll
    static void playWhileThingsFail() throws Exception {
        machine = Machine.claim(
                new MachineConfig(parent.resolve("data"), FreePorts.ofAMachine())
                        .withHistoryAt("http://127.0.0.1:" + HISTORY_PORT)
                        .publishingState(true)
                        .withAnalyticsAt(FreePorts.one()),
                Progress.onTerminal());
        machine.start();
        history = LocalHistory.start(config("history"), HistoryTest::say);
        sql = new Sql(history.postgres().port(), history.roles());
        match = CompletableFuture.runAsync(HistoryTest::play);
        room = LiveRoom.begin(machine.platform());
        await("the first events in the history").atMost(PATIENCE).until(() -> events() > 100);

        LocalWorker worker = history.worker();
        afterwards("a killed worker", worker::kill);
        room.place(4);
        afterwards("a killed database", history.postgres()::kill);
        room.place(0);
        afterwards("both killed", () -> {
            worker.kill();
            history.postgres().kill();
        });
        room.place(2);
        Child.signal("-STOP", worker.pid());
        WorkerConfig other = new WorkerConfig(
                parent.resolve("successor"),
                machine.platform().bootstrapServers(),
                Map.of(),
                FreePorts.one(),
                HistoryConfig.ALL_CONNECTORS,
                history.roles()
                        .environment(
                                history.postgres().port(),
                                machine.platform().registryUrl(),
                                parent.resolve("history/passed-over.txt")));
        try (LocalWorker successor = LocalWorker.start(other, WorkerFiles.ofThisBuild(), HistoryTest::say)) {
            room.place(8);
            afterwards("a frozen worker", () -> {});
            afterwards("a worker that thaws behind its successor", () -> Child.signal("-CONT", worker.pid()));
            assertThat(match)
                    .as("the match, during which all of this was to happen")
                    .isNotDone();
            assertThat(successor.isRunning()).isTrue();
        }
        room.place(6);
        room.leave();
        endMatch();
    }

    @AfterAll
    static void stop() throws IOException {
        if (history != null) {
            history.close();
        }
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    @Order(1)
    void eachEventOfTheLogIsARowOnceAndNothingElse() throws Exception {
        awaitAllEvents();
        List<Event> log = LoggedEvents.read(
                machine.platform().bootstrapServers(), machine.platform().registryUrl());
        Map<String, String> expected = new TreeMap<>();
        for (Event event : log) {
            if (event.getSequence() > 0) {
                expected.put(
                        "%s|%d".formatted(event.getGameId(), event.getSequence()),
                        "%d|%s|%s|%s|%d|%s"
                                .formatted(
                                        event.getTime().toEpochMilli(),
                                        ((SpecificRecord) event.getPayload())
                                                .getSchema()
                                                .getName(),
                                        event.getCommandId(),
                                        event.getPlayerId(),
                                        event.getRemaining(),
                                        JsonWriter.write((SpecificRecord) event.getPayload())));
            }
        }
        Map<String, String> found = new TreeMap<>();
        for (String row : sql.rows(Database.HISTORY, """
                select game_id, sequence, (extract(epoch from time) * 1000)::bigint, type, command_id, player_id, remaining, payload
                from events""")) {
            String[] columns = row.split("\\|", 8);
            found.put(
                    columns[0] + "|" + columns[1],
                    String.join("|", List.of(columns).subList(2, 7)) + "|" + inOrderOf(expected, columns));
        }
        assertThat(found.size()).isGreaterThan(EVENTS_LEAST);
        assertThat(found).isEqualTo(expected);
    }

    /** PostgreSQL keeps the fields of JSON in an order of its own; equal JSON is given the text that is expected. */
    private static String inOrderOf(Map<String, String> expected, String[] columns) throws IOException {
        String row = expected.getOrDefault(columns[0] + "|" + columns[1], "");
        String payload = row.isEmpty() ? "" : row.split("\\|", 6)[5];
        return !payload.isEmpty() && JSON.readTree(columns[7]).equals(JSON.readTree(payload)) ? payload : columns[7];
    }

    @Test
    @Order(2)
    void noGameLacksAnEvent() throws SQLException {
        assertThat(sql.rows(
                        Database.HISTORY,
                        "select game_id from events group by game_id having max(sequence) <> count(*)"))
                .isEmpty();
        assertThat(sql.rows(Database.HISTORY, "select bool_and(complete), count(*) from completeness"))
                .containsExactly("t|1");
    }

    @Test
    @Order(3)
    void resultsAreWhatTheScoreboardSaysAtTheEnd() throws Exception {
        String gameId = sql.rows(Database.HISTORY, "select game_id from games where ended_at is not null")
                .get(0);
        JsonNode scoreboard = new JsonHttp()
                .get("%s/games/%s/scoreboard".formatted(machine.platform().queriesUrl(), gameId));
        List<String> expected = new ArrayList<>();
        for (JsonNode row : scoreboard.path("overall")) {
            expected.add("%s|%d"
                    .formatted(
                            row.path("playerName").asText(), row.path("total").asInt()));
        }
        assertThat(sql.rows(Database.HISTORY, "select player_name, total from results order by rank, player_name"))
                .hasSize(4)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sql.rows(Database.HISTORY, "select sum(games), sum(points) > 0, sum(wins) >= 1 from player_records"))
                .containsExactly("4|t|t");
    }

    /** Through the one door, as everybody asks. */
    @Test
    @Order(4)
    void restSaysWhatTheLiveQueriesSay() throws Exception {
        String live = machine.platform().queriesUrl();
        JsonHttp http = new JsonHttp();
        String gameId = http.get(live + "/history/games")
                .path("games")
                .get(0)
                .path("gameId")
                .asText();

        List<JsonNode> events = new ArrayList<>();
        for (String from = "1"; from != null; ) {
            JsonNode page = http.get("%s/history/games/%s/events?from=%s".formatted(live, gameId, from));
            page.path("events").forEach(events::add);
            from = page.has("next") ? page.path("next").asText() : null;
        }
        assertThat(events)
                .hasSizeGreaterThan(EVENTS_LEAST)
                .isEqualTo(linesOf("%s/games/%s/events".formatted(live, gameId)));

        new Tournament(machine).assertThatTheHistoryHas(1);
        JsonNode ranking = http.get(live + "/history/ranking").path("players");
        JsonNode best = http.get("%s/history/players/%s"
                .formatted(live, ranking.get(0).path("playerId").asText()));
        assertThat(best.path("record")).isEqualTo(ranking.get(0));
    }

    /** The application that publishes was up all the time; what it says at the end is what the views say. */
    @Test
    @Order(5)
    void stateTopicsSayWhatTheLiveQueriesSay() throws Exception {
        Platform platform = machine.platform();
        JsonHttp http = new JsonHttp();
        String gameId = sql.rows(Database.HISTORY, "select game_id from games").get(0);
        String game = "%s/games/%s".formatted(platform.queriesUrl(), gameId);

        await("the end of the game")
                .atMost(PATIENCE)
                .until(() -> PublishedState.newest(platform, StateTopics.GAMES)
                                .get(gameId)
                                .getEndedAt()
                        != null);
        Map<String, String> robots = new TreeMap<>();
        for (JsonNode robot : http.get(game + "/robots").path("robots")) {
            JsonNode condition = robot.path("condition");
            robots.put(
                    gameId + ":" + robot.path("robotId").asText(),
                    "%s at %d,%d health %d energy %d destroyed %s"
                            .formatted(
                                    robot.path("name").asText(),
                                    condition.path("position").path("x").asInt(),
                                    condition.path("position").path("y").asInt(),
                                    condition.path("health").asInt(),
                                    condition.path("energy").asInt(),
                                    robot.path("destroyed").asBoolean()));
        }
        assertThat(texts(
                        StateTopics.ROBOTS,
                        robot -> "%s at %d,%d health %d energy %d destroyed %s"
                                .formatted(
                                        robot.getName(),
                                        robot.getX(),
                                        robot.getY(),
                                        robot.getHealth(),
                                        robot.getEnergy(),
                                        robot.getDestroyed())))
                .isNotEmpty()
                .isEqualTo(robots);

        Map<String, String> mines = new TreeMap<>();
        for (JsonNode mine : http.get(game + "/mines").path("mines")) {
            mines.put(
                    "%s:%d:%d"
                            .formatted(
                                    gameId,
                                    mine.path("position").path("x").asInt(),
                                    mine.path("position").path("y").asInt()),
                    "%s %d"
                            .formatted(
                                    mine.path("resource").asText(),
                                    mine.path("remainingUnits").asInt()));
        }
        assertThat(texts(StateTopics.MINES, mine -> mine.getResource() + " " + mine.getRemainingUnits()))
                .isNotEmpty()
                .isEqualTo(mines);

        Map<String, String> players = new TreeMap<>();
        Map<String, String> accounts = new TreeMap<>();
        for (JsonNode row : http.get(game + "/scoreboard").path("overall")) {
            String key = gameId + ":" + row.path("playerId").asText();
            players.put(
                    key,
                    "%s %d"
                            .formatted(
                                    row.path("playerName").asText(),
                                    row.path("total").asInt()));
            accounts.put(key, row.path("balance").asText());
        }
        assertThat(texts(
                        StateTopics.PLAYERS,
                        player -> "%s %d"
                                .formatted(
                                        player.getPlayerName(),
                                        player.getMining()
                                                + player.getTrading()
                                                + player.getTravelling()
                                                + player.getFighting()
                                                + player.getUpgrading())))
                .isEqualTo(players);
        assertThat(texts(StateTopics.BANK_ACCOUNTS, account -> String.valueOf(account.getBalance())))
                .isEqualTo(accounts);
        assertThat(PublishedState.newest(platform, StateTopics.PLANETS))
                .hasSize(http.get(game + "/map").path("tiles").size());
    }

    /** A match that goes over midnight has two days; then this fails once. */
    @Test
    @Order(6)
    void windowsAddUpToWhatTheHistorySays() throws Exception {
        JsonHttp http = new JsonHttp();
        String analytics = machine.platform().queriesUrl() + "/analytics";
        List<String> sold = sql.rows(
                Database.HISTORY,
                "select resource, sum(units), sum(revenue) from sales group by resource order by resource");
        await("all sales").atMost(PATIENCE).untilAsserted(() -> {
            Map<String, long[]> counted = new TreeMap<>();
            for (JsonNode minute : http.get(analytics + "/sales?minutes=60").path("minutes")) {
                long[] sums = counted.computeIfAbsent(minute.path("resource").asText(), none -> new long[2]);
                sums[0] += minute.path("units").asLong();
                sums[1] += minute.path("revenue").asLong();
            }
            assertThat(counted.entrySet().stream()
                            .map(entry ->
                                    "%s|%d|%d".formatted(entry.getKey(), entry.getValue()[0], entry.getValue()[1])))
                    .isNotEmpty()
                    .containsExactlyElementsOf(sold);
        });
        await("the leaderboard").atMost(PATIENCE).untilAsserted(() -> {
            List<String> players = new ArrayList<>();
            for (JsonNode player : http.get(analytics + "/leaderboard").path("players")) {
                players.add("%s|%d"
                        .formatted(
                                player.path("playerName").asText(),
                                player.path("points").asInt()));
            }
            assertThat(players)
                    .containsExactlyInAnyOrderElementsOf(
                            sql.rows(Database.HISTORY, "select player_name, total from results"));
        });
        for (String playerId : sql.rows(Database.HISTORY, "select player_id from participants")) {
            JsonNode activity = http.get("%s/players/%s/activity".formatted(analytics, playerId));
            long events = 0;
            for (JsonNode session : activity.path("sessions")) {
                events += session.path("events").asLong();
            }
            assertThat(String.valueOf(events))
                    .isEqualTo(
                            sql.rows(Database.HISTORY, """
                            select count(*) from events where player_id = '%s' and command_id is not null""".formatted(playerId)).get(0));
        }
        Files.writeString(
                Path.of("target", "analytics-openapi.json"),
                http.get(analytics + "/openapi.json").toPrettyString());
    }

    /** The last values of all keys, whatever was written again and by whom; and what is older than what is there changes nothing. */
    @Test
    @Order(7)
    void tablesHaveTheNewestState() throws Exception {
        Platform platform = machine.platform();
        Map<String, String> expected = new TreeMap<>();
        PublishedState.newest(platform, StateTopics.ROBOTS)
                .forEach((key, robot) -> expected.put(
                        key, "%d|%d|%s".formatted(robot.getSequence(), robot.getX(), robot.getDestroyed())));
        String robots = "select key || ' ' || sequence, state ->> 'x', state ->> 'destroyed' from robot order by key";
        List<String> rows = expected.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
        await("all robots")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sql.rows(Database.STATE, robots))
                        .isNotEmpty()
                        .isEqualTo(rows));
        assertThat(sql.rows(Database.STATE, "select count(*) from planet"))
                .containsExactly(String.valueOf(
                        PublishedState.newest(platform, StateTopics.PLANETS).size()));

        String key = expected.keySet().iterator().next();
        RobotSnapshot newest =
                PublishedState.newest(platform, StateTopics.ROBOTS).get(key);
        PublishedState.write(
                platform,
                StateTopics.ROBOTS,
                key,
                RobotSnapshot.newBuilder(newest)
                        .setSequence(newest.getSequence() - 1)
                        .setX(99)
                        .build());
        PublishedState.write(
                platform,
                StateTopics.ROBOTS,
                key,
                RobotSnapshot.newBuilder(newest)
                        .setSequence(newest.getSequence() + 1)
                        .setY(98)
                        .build());
        await("the newer value")
                .atMost(PATIENCE)
                .until(() -> sql.rows(Database.STATE, "select state ->> 'y' from robot where key = '%s'".formatted(key))
                        .equals(List.of("98")));
        assertThat(sql.rows(Database.STATE, "select state ->> 'x' from robot where key = '%s'".formatted(key)))
                .containsExactly(String.valueOf(newest.getX()));
        PublishedState.write(platform, StateTopics.ROBOTS, key, null);
        await("the end of it")
                .atMost(PATIENCE)
                .until(() -> sql.rows(Database.STATE, "select key from robot where key = '%s'".formatted(key))
                        .isEmpty());
    }

    private static <V> Map<String, String> texts(Topic<V> topic, Function<V, String> text) {
        Map<String, String> texts = new TreeMap<>();
        PublishedState.newest(machine.platform(), topic).forEach((key, value) -> texts.put(key, text.apply(value)));
        return texts;
    }

    /** The events of a live answer. */
    private static List<JsonNode> linesOf(String url) throws Exception {
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        List<JsonNode> events = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                events.add(JSON.readTree(line));
            }
        }
        return events;
    }

    @Test
    @Order(8)
    void whatHappenedCannotBeChanged() throws SQLException {
        try (Connection writer = sql.as(Roles.WRITER, Database.HISTORY);
                Statement statement = writer.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update events set type = 'GameStarted' where sequence = 1"))
                    .hasMessageContaining(
                            "A row of events differs from the one that is here, and what happened never changes")
                    .hasMessageContaining("give the connector an empty one");
            assertThatThrownBy(() -> statement.execute("delete from events")).hasMessageContaining("permission denied");
            assertThat(statement.executeUpdate("update events set type = type")).isZero();
        }
        try (Connection owner = sql.as(Roles.OWNER, Database.HISTORY);
                Statement statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from events where sequence = 1"))
                    .hasMessageContaining("what happened never changes");
            assertThatThrownBy(() -> statement.execute("truncate events")).hasMessageContaining("What happened stays");
        }
    }

    /** Two have played in it while everything failed. */
    @Test
    @Order(9)
    void aRoomIsInTheHistoryAsItWasLive() throws Exception {
        String past = "%s/history/rooms/%s".formatted(machine.platform().queriesUrl(), room.roomId());
        JsonHttp http = new JsonHttp();
        await("the room in the history")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> http.get(past).path("complete").asBoolean());

        assertThat(http.get(past).path("rounds").findValuesAsText("result")).containsExactly("X_WON");
        assertThat(http.get(past + "/events").path("events"))
                .hasSize(10)
                .containsExactlyElementsOf(linesOf(
                        "%s/rooms/%s/events".formatted(machine.platform().queriesUrl(), room.roomId())));
        await("the ranking")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(http.get(machine.platform().queriesUrl() + "/history/ranking/tictactoe")
                                .path("players")
                                .findValuesAsText("score"))
                        .containsExactly("0.5455", "0.4545"));
    }

    @Test
    @Order(9)
    void playersAreThereWithEachEventOfTheLobby() throws Exception {
        List<String> expected = new ArrayList<>(sql.rows(Database.HISTORY, "select player_id from participants"));
        expected.addAll(sql.rows(Database.HISTORY, "select player_id from seats"));
        await("the players").atMost(PATIENCE).ignoreExceptions().until(() -> {
            return sql.rows(Database.USERS, "select player_name from players").size() == 4 + 2;
        });
        assertThat(sql.rows(Database.USERS, "select player_id from players"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sql.rows(Database.USERS, "select count(*) from completeness where not complete"))
                .containsExactly("0");
    }

    @Test
    @Order(9)
    void loginsAreInTheDatabaseOfTheUsers() throws Exception {
        String login = IdentitySubjects.ofLogin("5c".repeat(32));
        Instant now = Instant.now();
        LoggedEvents.writeIdentity(
                machine.platform().bootstrapServers(),
                machine.platform().registryUrl(),
                List.of(
                        new IdentityEvent(
                                login,
                                0L,
                                now,
                                "c1",
                                null,
                                0,
                                new dungeon.schemas.identity.CommandRejected(
                                        dungeon.schemas.identity.RejectionCode.UNKNOWN_LOGIN,
                                        "No player is linked",
                                        List.of())),
                        new IdentityEvent(login, 1L, now, "c2", null, 0, new LoginLinked("p1", "Ann")),
                        new IdentityEvent(login, 2L, now, "c3", null, 0, new SignedIn("p1", "Ann"))));
        await("the logins")
                .atMost(PATIENCE)
                .until(() -> sql.rows(Database.USERS, "select login, player_id, logins, linked from logins")
                        .equals(List.of(login + "|p1|2|t")));
        assertThat(sql.rows(Database.USERS, "select subject, type from identity_rejections"))
                .containsExactly(login + "|CommandRejected");
    }

    /** Anybody with a token can bring about such an event, and it must not stop the history for all. */
    @Test
    @Order(10)
    void aRejectionWithTextThatPostgresTakesNotIsThereAndPlayGoesOn() throws Exception {
        writeRejection("no \0 game", "c\0");
        writeRejection("no \0 game", "c\0");
        awaitRejections(2);
        assertThat(sql.rows(
                        Database.HISTORY, "select distinct game_id, command_id, payload ->> 'message' from rejections"))
                .containsExactly("no \uFFFD game|c\uFFFD|No game \uFFFD");
        assertThat(history.worker().isRunning()).isTrue();
    }

    @Test
    @Order(11)
    void theQuestionsOfThePageForAnalystsHaveAnswers() throws Exception {
        List<String> questions = Questions.all();
        assertThat(questions).hasSize(11);
        assertThat(sql.rows(Database.HISTORY, questions.get(0)))
                .as("games that lack an event")
                .isEmpty();
        orderSomethingInVain();
        for (String question : questions.subList(1, questions.size())) {
            assertThat(sql.rows(Database.HISTORY, question)).as(question).isNotEmpty();
        }
    }

    @Test
    @Order(12)
    void aFileOfTheLogGivesTheSameAnswers() throws Exception {
        awaitAllEvents();
        Path file = parent.resolve("events.parquet");
        long written = new LogExport(machine.platform().clientConfig()).writeParquet(Optional.empty(), file);
        assertThat(written).isEqualTo(events());
        System.out.printf("%.1f bytes an event in Parquet%n", (double) Files.size(file) / written);
        try (Connection duck = Questions.onFile(file);
                Connection reader = sql.as(Roles.READER, Database.HISTORY)) {
            for (String question : Questions.all()) {
                assertThat(Questions.answer(duck, question)).as(question).isEqualTo(Questions.answer(reader, question));
            }
        }
    }

    @Test
    @Order(13)
    void aTournamentEndsInTheHistoryAsItDidLive() throws Exception {
        Tournament tournament = new Tournament(machine);
        tournament.play(3);
        tournament.assertThatTheHistoryHas(1 + 3);
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Else a worker that is frozen in a transaction would hold up its successor for as long as it is frozen. */
    @Test
    @Order(13)
    void aWriterThatFallsSilentInATransactionIsEnded() throws Exception {
        try (Connection writer = sql.as(Roles.WRITER, Database.HISTORY);
                Statement statement = writer.createStatement();
                Connection superuser = sql.as(Roles.SUPERUSER, Database.HISTORY);
                Statement looking = superuser.createStatement()) {
            writer.setAutoCommit(false);
            int session = number(statement, "select pg_backend_pid()");
            await("the end of a silent transaction")
                    .atMost(PATIENCE)
                    .until(() -> number(looking, "select count(*) from pg_stat_activity where pid = " + session) == 0);
        }
    }

    @Test
    @Order(14)
    void whatSomebodyBrokeIsNamedAndNothingIsLostMeanwhile() throws Exception {
        try (Connection superuser = sql.as(Roles.SUPERUSER, Database.HISTORY);
                Statement statement = superuser.createStatement()) {
            statement.execute("alter role %s password 'another'".formatted(Roles.WRITER));
            history.worker().kill();
            writeRejection("while the password is wrong", "c1");
            awaitReason("as %s refuses the password; set the one that its role has".formatted(Roles.WRITER));
            statement.execute("alter role %s password '%s'"
                    .formatted(Roles.WRITER, history.roles().passwordOf(Roles.WRITER)));
            awaitRejections(3);

            statement.execute("alter table rejections rename column remaining to rest");
            history.worker().kill();
            writeRejection("while a column is missing", "c2");
            awaitReason("A table is not as the migrations made it");
            statement.execute("alter table rejections rename column rest to remaining");
            awaitRejections(4);
        }
        // In one partition, so that an empty database gets all three at once.
        writeRejection(LoggedEvents.GARBAGE, "c3");
        LoggedEvents.writeGarbage(machine.platform().bootstrapServers());
        writeRejection(LoggedEvents.GARBAGE, "c4");
        Path passedOver = parent.resolve("history/passed-over.txt");
        awaitReason("To leave it out, write the line %s into %s".formatted(LoggedEvents.GARBAGE_HASH, passedOver));
        Files.writeString(passedOver, LoggedEvents.GARBAGE_HASH + " # not ours\n");
        awaitRejections(6);

        await("no problem")
                .atMost(PATIENCE)
                .until(() -> history.worker().problemOf("history").isEmpty());
    }

    /** Connectors remember in Kafka how far they have come, but not in which database. */
    @Test
    @Order(15)
    void anEmptyDatabaseIsFilledFromTheFirstEventOn() throws Exception {
        history.close();
        // Without this mark, what is there counts as made in part only.
        Files.delete(parent.resolve("history/postgres/complete"));
        history = LocalHistory.start(config("history"), HistoryTest::say);
        sql = new Sql(history.postgres().port(), history.roles());
        assertThat(events()).as("events in the new database").isZero();
        // What cannot be read is left out without being asked again.
        awaitAllEvents();
        awaitRejections(6);
        await("the room")
                .atMost(PATIENCE)
                .until(() -> sql.rows(Database.HISTORY, "select last_sequence, complete from room_completeness")
                        .equals(List.of("10|t")));
    }

    private static void awaitReason(String text) {
        await(text)
                .atMost(PATIENCE)
                .until(() -> history.worker().problemOf("history").orElse("").contains(text));
    }

    private static void writeRejection(String gameId, String commandId) throws Exception {
        Event rejection = new Event(
                gameId,
                0L,
                Instant.now(),
                commandId,
                null,
                0,
                new CommandRejected(RejectionCode.UNKNOWN_GAME, "No game \0", List.of()));
        LoggedEvents.write(
                machine.platform().bootstrapServers(), machine.platform().registryUrl(), List.of(rejection));
    }

    private static void awaitRejections(int count) {
        await("the rejections")
                .atMost(PATIENCE)
                .until(() -> sql.rows(Database.HISTORY, "select game_id from rejections")
                                .size()
                        == count);
    }

    /** The bots of the house made no mistake. */
    private static void orderSomethingInVain() throws Exception {
        JsonHttp http = new JsonHttp();
        String ingestUrl = machine.platform().ingestUrl();
        String token =
                http.post(ingestUrl + "/auth/guest", null, null).path("token").asText();
        String gameId = sql.rows(Database.HISTORY, "select game_id from games").get(0);
        JsonNode order = JSON.createObjectNode().put("type", "BuyRobots").put("quantity", 1);
        http.post("%s/games/%s/commands?wait=5000".formatted(ingestUrl, gameId), token, order);
        await("the rejection")
                .atMost(PATIENCE)
                .until(() -> !sql.rows(Database.HISTORY, "select sequence from events where type = 'CommandRejected'")
                        .isEmpty());
    }

    /** When each kind of event has happened that the questions for analysts are about. */
    private static void endMatch() throws Exception {
        await("events of all kinds")
                .atMost(PATIENCE)
                .until(() -> events() > EVENTS_LEAST
                        && sql.rows(Database.HISTORY, """
                        select distinct type from events
                        where type in ('RobotMoved', 'RobotUpgraded', 'ResourcesMined', 'ResourcesSold')""").size() == 4);
        String gameId = sql.rows(Database.HISTORY, "select game_id from games").get(0);
        new JsonHttp()
                .post(
                        "%s/games/%s/end".formatted(machine.platform().ingestUrl(), gameId),
                        machine.administratorToken(),
                        null);
        match.join();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void play() {
        try {
            new Match(machine, Progress.onTerminal())
                    .play(new MatchPlan(MapChoice.of("medium"), BotKind.mixed(4), MATCH_MAXIMUM));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HistoryConfig config(String folder) {
        return new HistoryConfig(
                parent.resolve(folder),
                machine.platform().bootstrapServers(),
                Map.of(),
                machine.platform().registryUrl(),
                FreePorts.one(),
                FreePorts.one(),
                HISTORY_PORT,
                true);
    }

    private static long events() throws SQLException {
        return Long.parseLong(
                sql.rows(Database.HISTORY, "select count(*) from events").get(0));
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /** Lets something fail, and waits until the history has all that is in the log then. */
    private static void afterwards(String what, Fault fault) throws Exception {
        long before = loggedEvents();
        fault.happen();
        long began = System.nanoTime();
        await("play goes on").atMost(PATIENCE).until(() -> loggedEvents() >= before + EVENTS_MEANWHILE);
        awaitAllEvents();
        System.out.printf("Caught up after %s in %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
    }

    private static long loggedEvents() {
        return LoggedEvents.read(
                        machine.platform().bootstrapServers(),
                        machine.platform().registryUrl())
                .stream()
                .filter(event -> event.getSequence() > 0)
                .count();
    }

    private static void awaitAllEvents() {
        long expected = loggedEvents();
        await("all events in the history").atMost(PATIENCE).ignoreExceptions().until(() -> events() >= expected);
    }
}
