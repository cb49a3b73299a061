package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dungeon.ingest.fake.Answer;
import dungeon.ingest.fake.FakeBrokers;
import dungeon.ingest.fake.FakePlatform;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.MoveRobot;
import dungeon.schemas.topics.Topics;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartAndFaultsTest {
    private static final String MOVE =
            "{\"type\": \"MoveRobot\", \"robotId\": \"5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001\", \"direction\": \"N\"}";

    private static String obstacle(FakePlatform platform) {
        Answer ready = platform.get("/health/ready");
        JsonNode details = ready.json().at("/components/commands/details");
        return ready.status() == 200 ? "ready" : details.path("code").asText();
    }

    private static void awaitObstacle(FakePlatform platform, String code) {
        await().until(() -> obstacle(platform).equals(code));
    }

    @Test
    void takesNothingWhereATopicHasAnotherNumberOfPartitions() throws Exception {
        try (FakePlatform platform =
                FakePlatform.startedWith(Map.of(), before -> before.brokers().setNeededPartitions(12))) {
            awaitObstacle(platform, "TOPICS_MISSING");
            assertThat(platform.get("/health/ready").text())
                    .contains("The topic dungeon.commands.v1 has 1 partitions, not 12")
                    .contains("docs/scaling.md");
            assertThat(platform.guest().problem()).isEqualTo("503 TOPICS_MISSING");
        }
    }

    @Test
    void makesNoGamesWhileTheInstallationGrows() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of("dungeon.ingest.new-games", "false"))) {
            Answer game = platform.post(
                    "/games",
                    platform.administratorToken(),
                    "{\"mapTypeId\": \"%s\", \"participantLimit\": 4, \"durationMs\": 60000}"
                            .formatted(MapTypesTest.EXAMPLE_ID));
            assertThat(game.problem()).isEqualTo("503 NOT_AVAILABLE");
            assertThat(game.headers().firstValue("Retry-After")).contains("300");
            assertThat(toGames(platform)).isEmpty();

            assertThat(platform.post(
                                    "/games/%s/commands".formatted(Ids.timed(System.currentTimeMillis(), "closed")),
                                    platform.administratorToken(),
                                    CommandsTest.createGame(NullNode.getInstance()))
                            .problem())
                    .isEqualTo("503 NOT_AVAILABLE");
            assertThat(toGames(platform)).isEmpty();

            String guest = platform.guest().json().get("token").textValue();
            Answer practice = platform.post("/practice-games", guest, "{}");
            assertThat(practice.problem()).isEqualTo("503 NOT_AVAILABLE");
            assertThat(practice.text()).contains("those that run go on");
        }
    }

    /** Shipped map types go to the lobby at the same time. */
    private static List<ProducerRecord<String, byte[]>> toGames(FakePlatform platform) {
        return platform.brokers().written().stream()
                .filter(message -> message.topic().equals(Topics.COMMANDS.name()))
                .toList();
    }

    @Test
    void startsWithoutBrokersAndBecomesReadyByItself() throws Exception {
        try (FakePlatform platform =
                FakePlatform.startedWith(Map.of(), before -> before.brokers().setAway(true))) {
            awaitObstacle(platform, "BROKER_UNAVAILABLE");
            assertThat(platform.get("/health/live").status()).isEqualTo(200);
            assertThat(platform.get("/health/started").status()).isEqualTo(503);
            Answer refused = platform.guest();
            assertThat(refused.problem()).isEqualTo("503 BROKER_UNAVAILABLE");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");

            platform.brokers().setAway(false);
            platform.brokers().setWithTopics(false);
            awaitObstacle(platform, "TOPICS_MISSING");
            assertThat(platform.get("/health/ready").text()).contains("dungeon.events.v1");

            platform.registry().setAway(true);
            platform.brokers().setWithTopics(true);
            awaitObstacle(platform, "REGISTRY_UNAVAILABLE");
            // Records are made before they are written, so a request may find out by itself.
            assertThat(platform.guest().problem()).isEqualTo("503 REGISTRY_UNAVAILABLE");

            platform.registry().setAway(false);
            platform.awaitReady();
            assertThat(platform.guest().status()).isEqualTo(201);

            platform.brokers().setAway(true);
            awaitObstacle(platform, "BROKER_UNAVAILABLE");
            assertThat(platform.get("/health/started").status()).isEqualTo(200);
        }
    }

    @Test
    void outlivesBrokersThatGoAwayForAWhile() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String token = platform.guestToken();
            String gameId = GamesTest.created(platform);
            platform.brokers().setAway(true);
            awaitObstacle(platform, "BROKER_UNAVAILABLE");
            String path = "/games/%s/commands?wait=5000".formatted(gameId);
            assertThat(platform.post(path, token, MOVE).problem()).isEqualTo("503 BROKER_UNAVAILABLE");

            platform.brokers().setAway(false);
            awaitObstacle(platform, "ready");

            assertThat(platform.post(path, token, MOVE).json().get("events")).hasSize(1);
        }
    }

    @Test
    void saysWhichCommandsWereNotConfirmed() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String token = platform.guestToken();
            String gameId = GamesTest.created(platform);
            platform.brokers().setWrites(FakeBrokers.Writes.REFUSED);

            String commandId = UUID.randomUUID().toString();
            String move = MOVE.replace("{", "{\"commandId\": \"" + commandId + "\", ");
            Answer answer = platform.post("/games/%s/commands".formatted(gameId), token, move);
            Answer waiting = platform.post("/games/%s/commands?wait=30000".formatted(gameId), token, move);

            assertThat(answer.problem()).isEqualTo("503 BROKER_UNAVAILABLE");
            assertThat(answer.json().get("commandIds").get(0).textValue()).isEqualTo(commandId);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(waiting.problem()).isEqualTo("503 BROKER_UNAVAILABLE");

            platform.brokers().setWrites(FakeBrokers.Writes.LOST);
            Answer lost = platform.post("/games/%s/commands?wait=30000".formatted(gameId), token, move);
            assertThat(lost.problem()).isEqualTo("503 DELIVERY_UNKNOWN");
            assertThat(lost.json().get("commandIds").get(0).textValue()).isEqualTo(commandId);
            Answer player = platform.post(
                    "/players", null, "{\"playerName\": \"Ada\", \"commandId\": \"%s\"}".formatted(commandId));
            assertThat(player.problem()).isEqualTo("503 DELIVERY_UNKNOWN");
            assertThat(player.headers().firstValue("Retry-After")).isPresent();
            assertThat(player.json().get("commandId").textValue()).isEqualTo(commandId);
            // No events may mean that it was not written; whoever waits only shortly has to know as well.
            assertThat(platform.post("/games/%s/commands?wait=0".formatted(gameId), token, move)
                            .problem())
                    .isEqualTo("503 DELIVERY_UNKNOWN");
        }
    }

    @Test
    void keepsNoPlaceForAPracticeGameThatWasNotWritten() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String token = platform.guestToken();
            platform.brokers().setWrites(FakeBrokers.Writes.REFUSED);
            assertThat(platform.post("/practice-games", token, null).problem()).isEqualTo("503 BROKER_UNAVAILABLE");

            platform.brokers().setWrites(FakeBrokers.Writes.CONFIRMED);
            assertThat(platform.post("/practice-games", token, null).status()).isEqualTo(201);
        }
    }

    @Test
    void skipsWhatIsNoEventAndGoesOn() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String gameId = GamesTest.created(platform);
            platform.brokers().append(Topics.EVENTS.name(), gameId, new byte[] {1, 2, 3}, 0);
            platform.brokers().append(Topics.EVENTS.name(), gameId, null, 0);
            platform.brokers().append(Topics.LOBBY_EVENTS.name(), gameId, new byte[] {0, 0, 0, 0, 99, 1}, 0);

            Answer answer =
                    platform.post("/games/%s/commands?wait=10000".formatted(gameId), platform.guestToken(), MOVE);

            assertThat(answer.json().get("events")).hasSize(1);
            assertThat(platform.get("/metrics").text())
                    .contains("dungeon_ingest_events_skipped_total{application=\"dungeon-ingest\"} 3.0");
        }
    }

    @Test
    void triesARecordAgainWhoseSchemaTheRegistryCannotTellNow() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String gameId = GamesTest.created(platform);
            platform.registry().setAway(true);
            platform.brokers().append(Topics.EVENTS.name(), gameId, new byte[] {0, 0, 0, 0, 99, 1}, 0);
            awaitObstacle(platform, "REGISTRY_UNAVAILABLE");
            assertThat(platform.get("/metrics").text())
                    .contains("dungeon_ingest_events_skipped_total{application=\"dungeon-ingest\"} 0.0");

            platform.registry().setAway(false);
            awaitObstacle(platform, "ready");

            Answer answer =
                    platform.post("/games/%s/commands?wait=10000".formatted(gameId), platform.guestToken(), MOVE);
            assertThat(answer.json().get("events")).hasSize(1);
        }
    }

    @Test
    void goesOnWhereItStoppedAfterAFailureOfTheConsumer() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String gameId = GamesTest.created(platform);
            String token = platform.guestToken();
            String path = "/games/%s/commands?wait=10000".formatted(gameId);
            String move = MOVE.replace("{", "{\"commandId\": \"" + UUID.randomUUID() + "\", ");
            JsonNode first = platform.post(path, token, move).json();

            platform.brokers().failNextPoll(new KafkaException("the disk is full"));
            await().until(() -> platform.brokers().pollFailureHappened());
            awaitObstacle(platform, "ready");

            // Events that were read twice would stand twice in the outcome.
            assertThat(platform.post(path, token, move).json()).isEqualTo(first);
            assertThat(platform.post(path, token, MOVE).json().get("events")).hasSize(1);
        }
    }

    @Test
    void answersWaitingRequestsWhenItStops() throws Exception {
        try (FakePlatform platform = FakePlatform.started(Map.of())) {
            String gameId = GamesTest.created(platform);
            String token = platform.guestToken();
            platform.decider().silenceFor(MoveRobot.class);
            int before = platform.brokers().written().size();
            CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(
                    () -> platform.post("/games/%s/commands?wait=30000".formatted(gameId), token, MOVE));
            await().until(() -> platform.brokers().written().size() > before);

            Instant stopping = Instant.now();
            platform.stopApplication();

            assertThat(waiting.join().json().get("events")).isEmpty();
            assertThat(Duration.between(stopping, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void keepsItsKeyAndTheAdministratorOverARestart(@TempDir Path dataDir) throws Exception {
        Map<String, Object> settings = Map.of("dungeon.ingest.dataDir", dataDir.toString());
        String administrator;
        String keys;
        String token;
        try (FakePlatform platform = FakePlatform.started(settings)) {
            administrator =
                    Files.readString(dataDir.resolve("administrator.token")).strip();
            keys = platform.get("/.well-known/jwks.json").text();
            token = platform.guestToken();
        }
        try (FakePlatform platform = FakePlatform.started(settings)) {
            assertThat(platform.get("/.well-known/jwks.json").text()).isEqualTo(keys);
            assertThat(platform.post("/games", administrator, "{}").problem()).isEqualTo("422 MALFORMED");
            assertThat(platform.post("/practice-games", token, null).status()).isEqualTo(201);
        }
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken(@TempDir Path dataDir) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> settings = Map.of(
                    "dungeon.ingest.port",
                    taken.getLocalPort(),
                    "dungeon.ingest.schemaRegistryUrl",
                    "http://127.0.0.1:1",
                    "dungeon.ingest.dataDir",
                    dataDir.toString());

            assertThatThrownBy(() -> IngestStarter.start(settings, new FakeBrokers()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage(
                            "Port %d is taken by another program; stop that one, or choose another port with dungeon.ingest.port"
                                    .formatted(taken.getLocalPort()));
        }
    }
}
