package dungeon.standalone.secure;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dungeon.players.connection.Credentials;
import dungeon.players.connection.TokenLogin;
import dungeon.schemas.topics.StateTopics;
import dungeon.schemas.topics.TopicSetup;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.broker.BrokerConfig;
import dungeon.standalone.broker.EmbeddedBroker;
import dungeon.standalone.machine.FreePorts;
import dungeon.standalone.machine.PlayerLogins;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** A broker for strangers without the rest of a system: a key set, and the topics that everybody knows. */
final class StrangersBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer keySet;
    private final TestTokens tokens;
    private final Certificates certificates;
    private final int keySetPort = FreePorts.one();
    private final int controllerPort = FreePorts.one();
    private final BrokerConfig config;
    private final SecureListeners listeners;
    private EmbeddedBroker broker;

    private StrangersBroker(Path folder, RSAKey key) throws IOException {
        tokens = TestTokens.with(key);
        keySet = HttpServer.create();
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keySet.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        certificates = Certificates.in(folder.resolve("secure"));
        List<Integer> ports = FreePorts.several(2);
        listeners = new SecureListeners(ports.get(0), certificates, "http://127.0.0.1:%d/keys".formatted(keySetPort));
        config = new BrokerConfig(folder.resolve("broker"), ports.get(1), controllerPort).securedBy(listeners);
    }

    /** With all rights, quotas and topics; the key set is not there before {@link #publishKeys}. */
    static StrangersBroker start(Path folder) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("key").generate();
        StrangersBroker started = new StrangersBroker(folder, key);
        started.broker = EmbeddedBroker.start(started.config);
        try (Admin operator = started.admin(Service.OPERATOR)) {
            AccessSetup.apply(operator);
            TopicSetup.createMissing(operator, Topics.PARTITIONS, (short) 1);
            TopicSetup.createMissing(operator, StateTopics.ALL, Topics.PARTITIONS, (short) 1);
        }
        return started;
    }

    /** Returns when players can log in. */
    void publishKeys() throws IOException, InterruptedException {
        keySet.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), keySetPort), 0);
        keySet.start();
        Map<String, Object> platform = new HashMap<>(certificates.playerSettings());
        platform.put("bootstrap.servers", config.bootstrapServers());
        PlayerLogins.await(impatient(platform), token("00000000-0000-3000-8000-000000000000"), PATIENCE);
    }

    int controllerPort() {
        return controllerPort;
    }

    Admin admin(Service service) {
        return Admin.create(service(service));
    }

    /** The settings of a client that is a service. */
    Map<String, Object> service(Service service) {
        Map<String, Object> settings = new HashMap<>(certificates.clientSettings(service));
        settings.put("bootstrap.servers", listeners.bootstrapServers());
        return impatient(settings);
    }

    /** The settings of a client that is a player. */
    Map<String, Object> player(String playerId) {
        Map<String, Object> settings = new HashMap<>(certificates.playerSettings());
        settings.put("bootstrap.servers", config.bootstrapServers());
        return impatient(TokenLogin.as(new Credentials(playerId, "somebody", token(playerId)), settings));
    }

    private String token(String playerId) {
        try {
            return tokens.player(playerId, Instant.now().plusSeconds(3_600));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> impatient(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("default.api.timeout.ms", 10_000);
        all.put("request.timeout.ms", 5_000);
        all.put("max.block.ms", 10_000);
        all.put("auto.offset.reset", "earliest");
        all.put("enable.auto.commit", false);
        return all;
    }

    @Override
    public void close() {
        broker.close();
        keySet.stop(0);
    }
}
