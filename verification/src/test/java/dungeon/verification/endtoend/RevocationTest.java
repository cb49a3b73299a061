package dungeon.verification.endtoend;

import static dungeon.verification.endtoend.TestPlayer.confirmed;
import static dungeon.verification.endtoend.TestPlayer.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.players.connection.Platform;
import dungeon.schemas.ClearQueue;
import dungeon.schemas.Command;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import dungeon.verification.checks.PublishedLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys that come and go, and tokens that are revoked, on the whole system. On a machine of its own: what the other tests hold would be
 * void after it.
 */
@Tag("slow")
@Timeout(300)
class RevocationTest {
    private static final Duration EVERYWHERE_WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonHttp HTTP = new JsonHttp();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Machine machine;

    /** A command with the time at which it was written, by the clock of this machine, which is the broker's too. */
    private record Sent(Command command, long atMs) {}

    @BeforeAll
    static void start() throws Exception {
        machine =
                Machine.claim(new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine()), Progress.onTerminal());
        machine.start();
    }

    @AfterAll
    static void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    private static Platform platform() {
        return machine.platform();
    }

    private static String administrator() throws IOException {
        return Files.readString(folder.resolve("data/ingest/administrator.token"))
                .strip();
    }

    private static HttpResponse<String> request(String method, String path, String token) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(platform().ingestUrl() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode keys() throws Exception {
        return JsonHttp.parse(request("GET", "/auth/keys", administrator()).body());
    }

    private static String stateOf(String keyId) throws Exception {
        for (JsonNode each : keys()) {
            if (each.path("kid").asText().equals(keyId)) {
                return each.path("state").asText();
            }
        }
        return "GONE";
    }

    private static String signingKey() throws Exception {
        for (JsonNode each : keys()) {
            if (each.path("state").asText().equals("SIGNING")) {
                return each.path("kid").asText();
            }
        }
        throw new AssertionError("No key signs");
    }

    /** Every game has an answer to it, were it only that there is no such robot. */
    private static Sent write(TestPlayer player, String token) throws InterruptedException {
        Command command = player.command(new ClearQueue(UUID.randomUUID().toString()));
        long atMs = System.currentTimeMillis();
        confirmed(player.writeRaw(null, key(player.gameId()), player.bytes(command), token));
        return new Sent(command, atMs);
    }

    private static Set<String> answered(String gameId) {
        Set<String> ids = new HashSet<>();
        PublishedLog.read(platform()).eventsOf(gameId).forEach(event -> ids.add(event.getCommandId()));
        return ids;
    }

    private static long deadLetters() {
        return PublishedLog.records(platform(), Topics.DEAD_LETTERS.name()).size();
    }

    /** Writes with a token for 6 s, and says how long after a moment the last command that had an outcome was written. */
    private static Duration heldFor(TestPlayer player, String token, long sinceMs) {
        long deadBefore = deadLetters();
        List<Sent> all = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            all.add(write(player, token));
            return System.currentTimeMillis() > sinceMs + EVERYWHERE_WITHIN.toMillis() + 1_000;
        });
        await().atMost(PATIENCE)
                .until(() -> answered(player.gameId(), all).size() + deadLetters() - deadBefore == all.size());
        List<Sent> answered = answered(player.gameId(), all);
        assertThat(answered).doesNotContain(all.get(all.size() - 1));
        return Duration.ofMillis(
                answered.stream().mapToLong(sent -> sent.atMs() - sinceMs).max().orElse(0));
    }

    private static List<Sent> answered(String gameId, List<Sent> all) {
        Set<String> ids = answered(gameId);
        return all.stream()
                .filter(sent -> ids.contains(sent.command().getCommandId()))
                .toList();
    }

    @Test
    void aKeyIsRotatedWhileCommandsGoOn() throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(platform())) {
            long deadBefore = deadLetters();
            String before = signingKey();
            String fresh = HTTP.post(platform().ingestUrl() + "/auth/keys", administrator(), null)
                    .path("kid")
                    .asText();
            List<Sent> all = new ArrayList<>();
            while (!stateOf(fresh).equals("SIGNING")) {
                all.add(write(player, player.token()));
                player.send("{\"type\": \"ClearQueue\", \"robotId\": \"%s\"}".formatted(UUID.randomUUID()));
            }
            // The first token of the new key is believed at once.
            JsonNode renewed = HTTP.post(platform().ingestUrl() + "/auth/token", player.token(), null);
            all.add(write(player, renewed.path("token").asText()));
            all.add(write(player, player.token()));

            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(answered(player.gameId(), all)).isEqualTo(all));
            assertThat(all).hasSizeGreaterThan(10);
            assertThat(deadLetters()).isEqualTo(deadBefore);
            assertThat(stateOf(before)).isEqualTo("RETIRING");
        }
    }

    @Test
    void aTokenIsRevokedAndHoldsNowhereAfterFiveSecondsWhileAnotherOfThePlayerDoes() throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(platform())) {
            JsonNode lost = HTTP.post(platform().ingestUrl() + "/auth/token", player.token(), null);
            String token = lost.path("token").asText();
            try (WatchedFeed feed = WatchedFeed.of(platform(), token)) {
                assertThat(request(
                                        "DELETE",
                                        "/auth/tokens/" + lost.path("tokenId").asText(),
                                        player.token())
                                .statusCode())
                        .isEqualTo(204);

                long sinceMs = System.currentTimeMillis();
                assertThat(request("GET", "/users/me", token).statusCode()).isEqualTo(401);
                assertThat(request("POST", "/games/%s/participants".formatted(player.gameId()), token)
                                .statusCode())
                        .isEqualTo(401);
                assertThat(feed.closed(EVERYWHERE_WITHIN)).isEqualTo(4401);
                assertThat(Duration.ofMillis(System.currentTimeMillis() - sinceMs))
                        .isLessThan(EVERYWHERE_WITHIN);
                assertThat(heldFor(player, token, sinceMs)).isLessThan(EVERYWHERE_WITHIN);
            }
            assertDecided(player, write(player, player.token()));
        }
    }

    @Test
    void allTokensOfAPlayerAreRevokedButTheNewOne() throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(platform())) {
            HttpResponse<String> answer = request("DELETE", "/auth/tokens", player.token());

            assertThat(answer.statusCode()).isEqualTo(200);
            long sinceMs = System.currentTimeMillis();
            assertThat(heldFor(player, player.token(), sinceMs)).isLessThan(EVERYWHERE_WITHIN);
            assertDecided(
                    player,
                    write(player, JsonHttp.parse(answer.body()).path("token").asText()));
        }
    }

    @Test
    void aTokenThatIsBoundToAGameHoldsForThatGameOnly() throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(platform());
                TestPlayer other = TestPlayer.inPracticeGame(platform())) {
            String bound = bound(player, player.gameId());
            String elsewhere = bound(player, other.gameId());
            long deadBefore = deadLetters();

            assertDecided(player, write(player, bound));
            Sent refused = write(player, elsewhere);

            await().atMost(PATIENCE).until(() -> deadLetters() == deadBefore + 1);
            assertThat(answered(player.gameId(), List.of(refused))).isEmpty();
        }
    }

    private static String bound(TestPlayer player, String gameId) throws Exception {
        return HTTP.post(
                        platform().ingestUrl() + "/auth/token",
                        player.token(),
                        JsonNodeFactory.instance.objectNode().put("gameId", gameId))
                .path("token")
                .asText();
    }

    private static void assertDecided(TestPlayer player, Sent sent) {
        await().atMost(PATIENCE)
                .until(() -> !answered(player.gameId(), List.of(sent)).isEmpty());
    }

    @Test
    void aKeyIsRevokedAndItsTokensHoldNowhereAfterFiveSecondsWhileThePlatformGoesOn() throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(platform())) {
            String revoked = signingKey();
            String administrator = administrator();

            assertThat(request("DELETE", "/auth/keys/" + revoked, administrator).statusCode())
                    .isEqualTo(204);

            long sinceMs = System.currentTimeMillis();
            assertThat(request("GET", "/users/me", player.token()).statusCode()).isEqualTo(401);
            assertThat(heldFor(player, player.token(), sinceMs)).isLessThan(EVERYWHERE_WITHIN);
            await().atMost(PATIENCE).until(() -> !administrator().equals(administrator));
            // A practice game takes a service's token, which was void too.
            await().atMost(PATIENCE).ignoreException(HttpProblem.class).untilAsserted(() -> {
                try (TestPlayer later = TestPlayer.inPracticeGame(platform())) {
                    Sent sent = write(later, later.token());
                    await().atMost(PATIENCE)
                            .until(() ->
                                    !answered(later.gameId(), List.of(sent)).isEmpty());
                }
            });
        }
    }

    /** A player's feed, until it is closed. */
    private static final class WatchedFeed implements AutoCloseable, WebSocket.Listener {
        private final CompletableFuture<String> begun = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private WebSocket socket;

        static WatchedFeed of(Platform platform, String token) throws Exception {
            WatchedFeed feed = new WatchedFeed();
            feed.socket = CLIENT.newWebSocketBuilder()
                    .buildAsync(URI.create(platform.queriesUrl().replace("http", "ws") + "/players/me/feed"), feed)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            feed.socket
                    .sendText("{\"kind\": \"authenticate\", \"token\": \"%s\"}".formatted(token), true)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(feed.begun.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).contains("start");
            return feed;
        }

        int closed(Duration within) throws Exception {
            return closed.get(within.toSeconds(), TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            begun.complete(data.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
