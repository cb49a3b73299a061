package dungeon.standalone.secure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import dungeon.players.DungeonPlayer;
import dungeon.players.GameSeat;
import dungeon.players.StrategySource;
import dungeon.players.connection.JsonHttp;
import dungeon.schemas.Command;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.RobotsPurchased;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.Machine;
import dungeon.standalone.machine.MachineConfig;
import dungeon.standalone.machine.Progress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole system for strangers: who plays over Kafka, and who is refused with which code. */
@Tag("slow")
@Timeout(300)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecureMachineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Machine machine;
    private static KafkaPlayer player;
    private static TestTokens tokens;

    @BeforeAll
    static void start() throws Exception {
        machine = Machine.claim(
                new MachineConfig(folder.resolve("data"), FreePorts.ofAMachine())
                        .securedAt(FreePorts.one())
                        .publishingState(true)
                        .withAnalyticsAt(FreePorts.one()),
                Progress.onTerminal());
        machine.start();
        player = KafkaPlayer.inPracticeGame(machine.platform());
        tokens = TestTokens.ofInstallation(machine.resolve("ingest"));
    }

    @AfterAll
    static void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    @Test
    void letsABotPlayOverKafkaWithItsToken() throws Exception {
        GameSeat seat =
                DungeonPlayer.connect(machine.platform()).asGuest().overKafka().practice(1, Duration.ofMinutes(5));
        Thread bot = new Thread(() -> {
            try {
                seat.play(StrategySource.of("trader").strategies().get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        bot.start();
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode players = new JsonHttp()
                        .get("%s/games/%s/scoreboard"
                                .formatted(machine.platform().queriesUrl(), seat.gameId()))
                        .path("overall");
                assertThat(players).hasSize(2);
                assertThat(players)
                        .allSatisfy(
                                each -> assertThat(each.path("total").asInt()).isPositive());
            });
        } finally {
            bot.interrupt();
            bot.join(PATIENCE.toMillis());
        }
    }

    @Test
    void obeysWhoeverProvesWhoHeIs() throws Exception {
        Command command = player.buy(player.playerId());
        player.write(command, player.token());
        assertThat(player.outcomeOf(command).getPayload()).isInstanceOf(RobotsPurchased.class);
    }

    @Test
    void rejectsACommandInTheNameOfAnotherPlayer() throws Exception {
        KafkaPlayer other = KafkaPlayer.inPracticeGame(machine.platform());
        Command command = player.buy(other.playerId());
        player.write(command, player.token());
        Event outcome = player.outcomeOf(command);
        assertThat(((CommandRejected) outcome.getPayload()).getCode()).hasToString("NOT_YOU");
    }

    @Test
    void buriesACommandWhoseTokenDoesNotHold() throws Exception {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        for (String token : List.of(
                tokens.forged().player(player.playerId(), tomorrow),
                tokens.player(player.playerId(), Instant.now().minusSeconds(60)),
                "")) {
            RecordMetadata written = player.write(player.buy(player.playerId()), token);
            assertThat(reasonOfDeadLetter(written)).as(token).isEqualTo("UNAUTHENTICATED");
        }
    }

    /** It is let in, to read what everybody may read. */
    @Test
    void buriesTheCommandsOfABotWhoseTokenWasRevoked() throws Exception {
        KafkaPlayer bot = KafkaPlayer.inPracticeGame(machine.platform());
        String lost = bot.token();
        JsonNode renewed = new JsonHttp().post(machine.platform().ingestUrl() + "/auth/token", lost, null);
        HttpRequest.Builder revocation = HttpRequest.newBuilder(URI.create("%s/auth/tokens/%s"
                        .formatted(
                                machine.platform().ingestUrl(),
                                SignedJWT.parse(lost).getJWTClaimsSet().getJWTID())))
                .header("Authorization", "Bearer " + renewed.path("token").asText());
        assertThat(send(revocation, "DELETE", "")).isEqualTo(204);

        // So long an instance may go by what it read before.
        await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
        RecordMetadata written = bot.write(bot.buy(bot.playerId()), lost);
        assertThat(reasonOfDeadLetter(written)).isEqualTo("UNAUTHENTICATED");
        Command command = bot.buy(bot.playerId());
        bot.write(command, renewed.path("token").asText());
        assertThat(bot.outcomeOf(command).getPayload()).isInstanceOf(RobotsPurchased.class);
    }

    @Test
    void letsNobodyInWithoutATokenThatHolds() throws Exception {
        Instant tomorrow = Instant.now().plusSeconds(86_400);
        for (String token : List.of(
                tokens.forged().player(player.playerId(), tomorrow),
                tokens.of("somebody-else", player.playerId(), tomorrow))) {
            assertThatThrownBy(() -> ask(player.settings(token)))
                    .isInstanceOf(SaslAuthenticationException.class)
                    .hasMessageContaining("invalid_token");
        }
        // Kafka's own client does not even send what has expired, so it is asked as others would.
        Map<String, Object> expired = new HashMap<>(
                player.settings(tokens.player(player.playerId(), Instant.now().minusSeconds(60))));
        expired.put("sasl.oauthbearer.jwt.validator.class", LaterValidator.class.getName());
        assertThatThrownBy(() -> ask(expired))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("invalid_token");

        Map<String, Object> unsigned = new HashMap<>(player.settings());
        unsigned.remove("sasl.login.callback.handler.class");
        unsigned.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=\"%s\";"
                        .formatted(player.playerId()));
        assertThatThrownBy(() -> ask(unsigned))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("invalid_token");
    }

    @Test
    void letsNobodyInWithoutTls() {
        Map<String, Object> plain = new HashMap<>(Map.of(
                "bootstrap.servers",
                machine.platform().bootstrapServers(),
                "default.api.timeout.ms",
                3_000,
                "request.timeout.ms",
                2_000));
        assertThatThrownBy(() -> ask(plain)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void letsNobodyWithoutACertificateInWhereServicesCome() {
        for (Map<String, String> mine :
                List.of(Map.of("security.protocol", "SSL"), Map.of("security.protocol", "SASL_SSL"))) {
            Map<String, Object> settings = new HashMap<>(player.settings());
            settings.put("bootstrap.servers", machine.platformOf(Service.AUDIT).bootstrapServers());
            settings.putAll(mine);
            assertThatThrownBy(() -> ask(settings)).isInstanceOf(SslAuthenticationException.class);
        }
    }

    @Test
    void letsALibrdkafkaPlayerInWithItsTokenOnly() throws Exception {
        LibrdkafkaPlayer.assumeInstalled();
        LibrdkafkaPlayer.Run run = LibrdkafkaPlayer.run(machine.platform(), player, player.token());
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("\"quantity\": 1");

        String forged = tokens.forged().player(player.playerId(), Instant.now().plusSeconds(86_400));
        run = LibrdkafkaPlayer.run(machine.platform(), player, forged);
        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.output()).contains("invalid_token");
    }

    @Test
    void letsPlayersReadSchemasAndWriteNone() throws Exception {
        String url = machine.platform().registryUrl();
        String anything = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";
        String own = "%s/subjects/%s-value".formatted(url, Topics.COMMANDS.name());
        assertThat(status("GET", own + "/versions/1", "")).isEqualTo(200);
        assertThat(status("GET", url + "/subjects", "")).isEqualTo(200);
        // What a client does that does not register: it asks for the id of its schema.
        assertThat(status("POST", url + "/subjects/mine", anything)).isEqualTo(404);
        assertThat(status("POST", url + "/subjects/mine/versions", anything)).isEqualTo(401);
        assertThat(status("POST", own + "/versions", anything)).isEqualTo(401);
        assertThat(status("DELETE", own, "")).isEqualTo(401);
        assertThat(status("DELETE", own + "/versions/1", "")).isEqualTo(401);
        assertThat(status("PUT", url + "/config", "{\"compatibility\": \"NONE\"}"))
                .isEqualTo(401);
        String others = url.replace("/ccompat/v7", "/registry/v2");
        assertThat(status("POST", others + "/groups/default/artifacts", anything))
                .isEqualTo(401);
        assertThat(status("GET", others + "/admin/export", "")).isEqualTo(401);
    }

    @Test
    void keepsItsKeysForItsOwner() throws Exception {
        try (Stream<Path> files = Files.list(machine.resolve("secure"))) {
            assertThat(files)
                    .hasSize(Service.values().length + 1)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(machine.resolve("secure"))))
                .isEqualTo("rwx------");
    }

    /** The last, because all tokens end with it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void letsNobodyInWithATokenOfAKeyThatWasRevoked() throws Exception {
        ask(player.settings());
        String kid = SignedJWT.parse(player.token()).getHeader().getKeyID();
        HttpRequest.Builder revocation = HttpRequest.newBuilder(
                        URI.create(machine.platform().ingestUrl() + "/auth/keys/" + kid))
                .header("Authorization", "Bearer " + machine.administratorToken());
        assertThat(send(revocation, "DELETE", "")).isEqualTo(204);
        // Before that, the broker believes what it read three seconds ago.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThatThrownBy(() -> ask(player.settings()))
                        .isInstanceOf(SaslAuthenticationException.class)
                        .hasMessageContaining("invalid_token"));
    }

    private static void ask(Map<String, Object> settings) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    /** Of a stranger, and of one who says that he is an administrator. */
    private static int status(String method, String url, String body) throws Exception {
        int anonymous = send(HttpRequest.newBuilder(URI.create(url)), method, body);
        int asAdministrator =
                send(HttpRequest.newBuilder(URI.create(url)).header("X-Registry-Role", "sr-admin"), method, body);
        assertThat(asAdministrator).isEqualTo(anonymous);
        return anonymous;
    }

    private static int send(HttpRequest.Builder request, String method, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String reasonOfDeadLetter(RecordMetadata written) {
        Map<String, Object> settings =
                new HashMap<>(machine.platformOf(Service.AUDIT).clientConfig());
        settings.put("isolation.level", "read_committed");
        return KafkaPlayer.find(settings, Topics.DEAD_LETTERS.name(), letter -> {
            boolean isOurs = header(letter, "topic").equals(written.topic())
                    && header(letter, "partition").equals(String.valueOf(written.partition()))
                    && header(letter, "offset").equals(String.valueOf(written.offset()));
            return isOurs ? header(letter, "reason") : null;
        });
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]> letter, String name) {
        return new String(
                letter.headers().lastHeader("dungeon.dead-letter." + name).value(), UTF_8);
    }
}
