package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Command;
import dungeon.schemas.LobbyCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SchemaRegistryTest {
    private static final Schema SCHEMA = Command.getClassSchema();
    private static final String REGISTER = "POST /subjects/t-value/versions";

    private final TestRegistry server = new TestRegistry();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void registersUnderTheSubjectOfTheTopicAndAsksOnce() {
        SchemaRegistry registry = registry(Map.of());
        int id = registry.idOf(AvroSerializer.subjectOf("t"), SCHEMA);
        assertThat(registry.idOf(AvroSerializer.subjectOf("t"), SCHEMA)).isEqualTo(id);
        assertThat(server.requestLines()).containsExactly(REGISTER);
        assertThat(registry.schemaOf(id)).contains(SCHEMA);
        assertThat(registry.schemaOf(id)).contains(SCHEMA);
        assertThat(server.requestLines()).containsExactly(REGISTER, "GET /schemas/ids/1");
    }

    @Test
    void subjectsHaveIdsOfTheirOwn() {
        SchemaRegistry registry = registry(Map.of());
        assertThat(registry.idOf("a-value", SCHEMA)).isEqualTo(1);
        assertThat(registry.idOf("b-value", SCHEMA)).isEqualTo(2);
        assertThat(registry.idOf("a-value", LobbyCommand.getClassSchema())).isEqualTo(3);
        assertThat(registry.idOf("a-value", SCHEMA)).isEqualTo(1);
    }

    @Test
    void onlyLooksUpIfItMayNotRegister() {
        SchemaRegistry registry = registry(Map.of(RegistryConfig.AUTO_REGISTER, false));
        assertThatThrownBy(() -> registry.idOf("t-value", SCHEMA))
                .isInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("404 for schema dungeon.schemas.Command of subject t-value");
        int id = server.register("t-value", SCHEMA);
        assertThat(registry.idOf("t-value", SCHEMA)).isEqualTo(id);
        assertThat(server.requestLines()).containsExactly("POST /subjects/t-value", "POST /subjects/t-value");
    }

    @Test
    void anUnknownIdIsAskedForAgain() {
        SchemaRegistry registry = registry(Map.of());
        assertThat(registry.schemaOf(1)).isEmpty();
        server.register("t-value", SCHEMA);
        assertThat(registry.schemaOf(1)).contains(SCHEMA);
    }

    @Test
    void sendsNoCredentialsUnlessItHasSome() {
        registry(Map.of()).idOf("t-value", SCHEMA);
        assertThat(server.requests())
                .extracting(TestRegistry.Request::authorization)
                .containsOnlyNulls();
    }

    @Test
    void sendsTheUserInfo() {
        registry(Map.of(RegistryConfig.CREDENTIALS_SOURCE, "USER_INFO", RegistryConfig.USER_INFO, "ann:s3:cret"))
                .idOf("t-value", SCHEMA);
        assertThat(server.requests())
                .extracting(TestRegistry.Request::authorization)
                .containsExactly(basic("ann:s3:cret"));
    }

    @Test
    void sendsTheUserInfoOfTheAddressAndNeverShowsIt() {
        String url = "http://ann:s%40cret@" + server.hostAndPort();
        SchemaRegistry registry = registry(Map.of(RegistryConfig.URL, url));
        registry.idOf("t-value", SCHEMA);
        assertThat(server.requests())
                .extracting(TestRegistry.Request::authorization)
                .containsExactly(basic("ann:s@cret"));
        server.close();
        assertThatThrownBy(() -> registry.idOf("u-value", SCHEMA)).message().doesNotContain("cret");
    }

    @Test
    void goesOnToTheNextAddress() throws IOException {
        SchemaRegistry registry = registry(Map.of(RegistryConfig.URL, closedAddress() + "," + server.url() + "/"));
        assertThat(registry.idOf("t-value", SCHEMA)).isEqualTo(1);
        assertThat(registry.isReachable()).isTrue();
    }

    @Test
    void givesUpAfterTheTriesThatAreSet() {
        server.failNext(100, 503, "down");
        SchemaRegistry registry = registry(Map.of(RegistryConfig.RETRIES, 2));
        assertThatThrownBy(() -> registry.schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("did not answer GET /schemas/ids/1 after 3 tries (status 503)");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void givesUpWhereNobodyListens() throws IOException {
        SchemaRegistry registry = registry(Map.of(RegistryConfig.URL, closedAddress(), RegistryConfig.RETRIES, 1));
        assertThatThrownBy(() -> registry.idOf("t-value", SCHEMA))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("after 2 tries")
                .hasMessageContaining("is it running?");
        assertThat(registry.isReachable()).isFalse();
    }

    @Test
    void givesUpOnAnAnswerThatNeverEnds() {
        server.register("t-value", SCHEMA);
        server.stall();
        SchemaRegistry registry = registry(Map.of(RegistryConfig.RETRIES, 1, RegistryConfig.READ_TIMEOUT_MS, 300));
        assertThatThrownBy(() -> registry.schemaOf(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no whole answer within 300 ms");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void looksUpWhatSomebodyElseRegisteredAtTheSameMoment() {
        int id = server.register("t-value", SCHEMA);
        server.failNext(1, 409, "{\"error_code\":409,\"message\":\"already exists\"}");
        assertThat(registry(Map.of()).idOf("t-value", SCHEMA)).isEqualTo(id);
        assertThat(server.requestLines()).containsExactly(REGISTER, "POST /subjects/t-value");
    }

    @Test
    void triesAgainAfterAnErrorOfTheServer() {
        server.failNext(2, 500, "{}");
        assertThat(registry(Map.of()).idOf("t-value", SCHEMA)).isEqualTo(1);
        assertThat(server.requestLines()).containsExactly(REGISTER, REGISTER, REGISTER);
    }

    @Test
    void triesAgainWhenToldThatItAskedTooOften() {
        server.failNext(1, 429, "");
        assertThat(registry(Map.of()).idOf("t-value", SCHEMA)).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatTheRegistryRefuses() {
        server.failNext(1, 409, "{\"error_code\":409,\"message\":\"incompatible\"}");
        assertThatThrownBy(() -> registry(Map.of()).idOf("t-value", SCHEMA))
                .isInstanceOfSatisfying(
                        RegistryRejectedException.class,
                        e -> assertThat(e.status()).isEqualTo(409))
                .hasMessageContaining("incompatible");
        assertThat(server.requestLines())
                .as("looked up, and not registered again")
                .containsExactly(REGISTER, "POST /subjects/t-value");
    }

    @Test
    void anAnswerThatIsNotTheRegistrysSaysNothingOfAnId() {
        SchemaRegistry registry = registry(Map.of());
        for (String body : List.of("", "<html>no such service</html>", "{\"error_code\":0}", "[]")) {
            server.failNext(1, 404, body);
            assertThatThrownBy(() -> registry.schemaOf(1))
                    .as(body)
                    .isInstanceOf(RegistryRejectedException.class)
                    .hasMessageContaining("404");
        }
        server.failNext(1, 200, "<html>log in</html>");
        assertThatThrownBy(() -> registry.schemaOf(1))
                .isInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("no JSON");
        server.failNext(1, 200, "{}");
        assertThatThrownBy(() -> registry.schemaOf(1))
                .isInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("no schema");
    }

    @Test
    void anAnswerWithoutAnIdIsNoId() {
        server.failNext(1, 200, "{}");
        assertThatThrownBy(() -> registry(Map.of()).idOf("t-value", SCHEMA))
                .isInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("has no id");
    }

    @Test
    void setsTheCompatibilityOfASubject() {
        registry(Map.of()).setCompatibility("t-value", "BACKWARD_TRANSITIVE");
        assertThat(server.requestLines()).containsExactly("PUT /config/t-value");
    }

    @Test
    void asksOnceAndNoLongerThanItIsTold() {
        server.register("t-value", SCHEMA);
        SchemaRegistry registry = registry(Map.of());
        assertThat(registry.schemaOf(1, 5_000)).contains(SCHEMA);
        assertThat(registry.schemaOf(99, 5_000)).isEmpty();
        server.failNext(1, 503, "down");
        assertThatThrownBy(() -> registry.schemaOf(1, 5_000))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("did not tell schema id 1 within 5000 ms (status 503)");
        server.stall();
        assertThatThrownBy(() -> registry.schemaOf(1, 50))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no whole answer within 50 ms");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void asksTheNextAddressAfterOneThatDidNotAnswer() throws IOException {
        server.register("t-value", SCHEMA);
        SchemaRegistry registry = registry(Map.of(RegistryConfig.URL, closedAddress() + "," + server.url()));
        assertThatThrownBy(() -> registry.schemaOf(1, 5_000)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(registry.schemaOf(1, 5_000)).contains(SCHEMA);
    }

    @Test
    void readsNoAnswerWithoutEnd() {
        int id = server.registerText("x".repeat(2 * 1024 * 1024));
        SchemaRegistry registry = registry(Map.of());
        for (ThrowingCallable asking :
                List.<ThrowingCallable>of(() -> registry.schemaOf(id), () -> registry.schemaOf(id, 5_000))) {
            assertThatThrownBy(asking)
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("an answer of more than 1048576 bytes");
        }
    }

    @Test
    void doesNotReadWhatRefersToOtherSchemas() {
        int id = server.registerReferring(SCHEMA);
        assertThatThrownBy(() -> registry(Map.of()).schemaOf(id))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("refers to other schemas, which is not supported");
    }

    @Test
    void listsTheVersionsOfASubject() {
        SchemaRegistry registry = registry(Map.of());
        assertThat(registry.versionsOf("t-value")).isEmpty();
        server.register("u-value", SCHEMA);
        server.register("t-value", SCHEMA);
        server.register("t-value", LobbyCommand.getClassSchema());
        assertThat(registry.versionsOf("t-value")).containsExactly(1, 2);
        assertThat(registry.versionOf("t-value", 2))
                .isEqualTo(new SchemaRegistry.Registered(3, LobbyCommand.getClassSchema()));
    }

    @Test
    void neverAsksForWhatItHasLearnt() {
        SchemaRegistry registry = registry(Map.of());
        registry.learn("t-value", SCHEMA, 7);
        AvroSerializer<Command> serializer = new AvroSerializer<>();
        serializer.configure(Map.of(SchemaRegistry.INSTANCE, registry), false);
        assertThat(ByteBuffer.wrap(serializer.serialize("t", Samples.command())).getInt(1))
                .isEqualTo(7);
        assertThat(server.requests()).isEmpty();
    }

    private SchemaRegistry registry(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(server.clientConfig());
        config.putAll(settings);
        return new SchemaRegistry(RegistryConfig.from(config));
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    /** An address on which nobody listens any more. */
    private static String closedAddress() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + closed.getLocalPort();
        }
    }
}
