package dungeon.standalone.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dungeon.standalone.secure.plugin.PatientTokenValidator;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a broker can look at tokens. */
@Timeout(60)
class PatientTokenValidatorTest {
    private static final String PLAYER = "11111111-1111-3111-8111-111111111111";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    /** Less than Kafka's validator waits for an answer. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** So a broker that could not read the key set, and is gone, keeps no other one of its process from doing so. */
    @Test
    void waitsForNobodyElseWhoIsNotAnswered() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("key").generate();
        String token = TestTokens.with(key).player(PLAYER, Instant.now().plusSeconds(600));
        HttpServer answers = keySetOf(key);
        try (ServerSocket silent = new ServerSocket(0, 0, HERE)) {
            PatientTokenValidator first = reading("http://127.0.0.1:%d/keys".formatted(silent.getLocalPort()));
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).as("it waits for an answer").isTrue();
                PatientTokenValidator second = reading("http://127.0.0.1:%d/keys"
                        .formatted(answers.getAddress().getPort()));
                await().atMost(SOON)
                        .untilAsserted(
                                () -> assertThat(principal(second, token)).isEqualTo(PLAYER));
                assertThat(principal(first, token)).isEqualTo("temporarily_unavailable");
                second.close();
            }
            first.close();
        } finally {
            answers.stop(0);
        }
    }

    private static HttpServer keySetOf(RSAKey key) throws Exception {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
        return server;
    }

    /** Told what a broker tells it. */
    private static PatientTokenValidator reading(String keySetUrl) {
        SecureListeners listeners = new SecureListeners(1, Certificates.existing(Path.of("unused")), keySetUrl);
        listeners.allowKeySet();
        Map<String, String> settings = new HashMap<>(listeners.kafkaSettings());
        settings.putAll(Map.of(
                "process.roles", "broker",
                "node.id", "1",
                "controller.quorum.bootstrap.servers", "127.0.0.1:1",
                "controller.listener.names", "CONTROLLER",
                "listeners", "PLAYERS://127.0.0.1:2,SERVICES://127.0.0.1:1"));
        Map<String, ?> ofListener = new KafkaConfig(settings, false)
                .valuesWithPrefixOverride(new ListenerName(SecureListeners.PLAYERS).configPrefix());
        PatientTokenValidator validator = new PatientTokenValidator();
        validator.configure(
                ofListener,
                "OAUTHBEARER",
                List.of(new AppConfigurationEntry(
                        OAuthBearerLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of())));
        return validator;
    }

    /** Whose token it is, or why nobody knows. */
    private static String principal(PatientTokenValidator validator, String token) throws Exception {
        OAuthBearerValidatorCallback callback = new OAuthBearerValidatorCallback(token);
        validator.handle(new Callback[] {callback});
        return callback.token() == null
                ? callback.errorStatus()
                : callback.token().principalName();
    }
}
