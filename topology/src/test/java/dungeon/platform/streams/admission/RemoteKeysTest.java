package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dungeon.app.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteKeysTest {
    private final TestTokens tokens = new TestTokens(Instant.EPOCH);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer ingest;
    private RemoteKeys keys;

    @BeforeEach
    void open() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keySet = new JWKSet(tokens.publicKey()).toString().getBytes(StandardCharsets.UTF_8);
        ingest.createContext("/jwks.json", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, keySet.length);
            exchange.getResponseBody().write(keySet);
            exchange.close();
        });
        ingest.start();
        keys = new RemoteKeys(url());
    }

    @AfterEach
    void close() {
        ingest.stop(0);
    }

    @Test
    void asksOnceForAKnownKey() {
        for (int i = 0; i < 100; i++) {
            assertThat(keyOf(keys, "test-key")).isPresent();
        }
        assertThat(requests).hasValue(1);
    }

    @Test
    void asksSeldomForInventedKeys() {
        for (int i = 0; i < 100; i++) {
            assertThat(keyOf(keys, "invented-" + i)).isEmpty();
        }
        assertThat(requests.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void keepsItsKeysWhileTheIngestIsAway() {
        assertThat(keyOf(keys, "test-key")).isPresent();
        ingest.stop(0);
        assertThat(keyOf(keys, "invented")).isEmpty();
        assertThat(keyOf(keys, "test-key")).isPresent();
    }

    @Test
    void cannotJudgeBeforeTheIngestWasEverThere() {
        ingest.stop(0);
        assertThatThrownBy(() -> keyOf(keys, "test-key"))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("is command-ingest running?");
    }

    @Test
    void judgesWithTheKeysOfAnEarlierStartWhileTheIngestIsAway(@TempDir Path folder) {
        Path file = folder.resolve("state").resolve("keys.json");
        assertThat(keyOf(new RemoteKeys(url(), file), "test-key")).isPresent();
        ingest.stop(0);
        RemoteKeys restarted = new RemoteKeys(url(), file);
        assertThat(keyOf(restarted, "test-key")).contains(tokens.publicKey());
        assertThat(keyOf(restarted, "invented")).isEmpty();
    }

    @Test
    void keepsNoPrivateKey(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        assertThat(keyOf(new RemoteKeys(url(), file), "test-key")).isPresent();
        assertThat(Files.readString(file)).contains("test-key").doesNotContain("\"d\"");
    }

    @Test
    void asksAnewWhereTheFileIsNoKeySet(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), "{torn");
        assertThat(keyOf(new RemoteKeys(url(), file), "test-key")).isPresent();
        assertThat(Files.readString(file)).contains("test-key");
    }

    private static Optional<JWK> keyOf(RemoteKeys keys, String keyId) {
        JWKSelector selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(keyId).build());
        return keys.get(selector, null).stream().findFirst();
    }

    private URI url() {
        return URI.create(
                "http://127.0.0.1:%d/jwks.json".formatted(ingest.getAddress().getPort()));
    }
}
