package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dungeon.app.TestTokens;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.token.Revocations;
import dungeon.platform.token.TokenClaims;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteKeysTest {
    /** Of a machine that is busy with other tests. */
    private static final long PATIENCE_MS = 20_000;

    private final TokenClaims ada = TokenClaims.fresh(
            PrincipalKind.PLAYER,
            "00000000-0000-4000-8000-000000000001",
            "Ada",
            Instant.now(),
            Instant.now().plusSeconds(3_600));

    private final TestTokens tokens = new TestTokens(Instant.EPOCH);
    private final AtomicInteger requests = new AtomicInteger();
    private volatile JWKSet keySet = new JWKSet(tokens.publicKey());
    private final Revocations revoked = new Revocations();
    private volatile int status = 200;
    private volatile int revocationsStatus = 200;
    private final List<Integer> revocationAnswers = new CopyOnWriteArrayList<>();
    private HttpServer ingest;
    private RemoteKeys keys;

    @BeforeEach
    void open() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext("/jwks.json", exchange -> {
            requests.incrementAndGet();
            byte[] answer = keySet.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        ingest.createContext("/revocations.json", exchange -> {
            byte[] answer = revoked.toJson().getBytes(StandardCharsets.UTF_8);
            String tag = "\"%d\"".formatted(revoked.changes());
            boolean isKnown = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            revocationAnswers.add(isKnown ? 304 : revocationsStatus);
            exchange.getResponseHeaders().add("ETag", tag);
            exchange.sendResponseHeaders(isKnown ? 304 : revocationsStatus, isKnown ? -1 : answer.length);
            if (!isKnown) {
                exchange.getResponseBody().write(answer);
            }
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
        long[] nowNanos = {0};
        RemoteKeys clocked =
                new RemoteKeys(url(), null, new WaitingBudget(PATIENCE_MS, () -> nowNanos[0]), Clock.systemUTC());
        for (int i = 0; i < 10_000; i++) {
            assertThat(keyOf(clocked, "invented-" + i)).isEmpty();
            nowNanos[0] += 1_000_000;
        }
        assertThat(requests).as("in 10 s").hasValueBetween(2, 31);
    }

    @Test
    void knowsAKeyThatWasMadeAMomentAgo() {
        RemoteKeys patient = new RemoteKeys(url(), null, new WaitingBudget(PATIENCE_MS), Clock.systemUTC());
        assertThat(keyOf(patient, "test-key")).isPresent();
        keySet = new JWKSet(List.of(tokens.publicKey(), renamed("new-key")));
        assertThat(keyOf(patient, "new-key")).isPresent();
    }

    @Test
    void forgetsAKeyThatWasTakenAwayInItsFileToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys.json");
        keySet = new JWKSet(List.of(tokens.publicKey(), renamed("stolen-key")));
        RemoteKeys kept = new RemoteKeys(url(), file);
        assertThat(keyOf(kept, "stolen-key")).isPresent();
        keySet = new JWKSet(tokens.publicKey());
        kept.refresh();
        assertThat(keyOf(kept, "stolen-key")).isEmpty();
        assertThat(Files.readString(file)).contains("test-key").doesNotContain("stolen-key");
        ingest.stop(0);
        assertThat(keyOf(kept, "stolen-key")).isEmpty();
        assertThat(keyOf(new RemoteKeys(url(), file), "stolen-key")).isEmpty();
    }

    @Test
    void anAnswerThatIsNoKeySetTakesNoKeyAway() {
        assertThat(keyOf(keys, "test-key")).isPresent();
        status = 503;
        assertThatThrownBy(keys::refresh).hasMessageContaining("status 503");
        assertThat(keyOf(keys, "test-key")).isPresent();
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

    @Test
    void isAnotherEditionOnlyWhenKeysHaveChanged() {
        keys.refresh();
        Object edition = keys.edition();
        keys.refresh();
        assertThat(keys.edition()).isSameAs(edition);
        keySet = new JWKSet(List.of(tokens.publicKey(), renamed("new-key")));
        keys.refresh();
        assertThat(keys.edition()).isNotSameAs(edition);
    }

    @Test
    void tellsWhichKeysAreGoneOnceItKnowsAny() {
        assertThat(keys.lack("test-key")).isFalse();
        assertThat(keys.lack("old-key")).isFalse();
        keys.refresh();
        assertThat(keys.lack("test-key")).isFalse();
        assertThat(keys.lack("old-key")).isTrue();
    }

    @Test
    void knowsWhatWasRevokedAfterTheNextReadingAndIsSentItOnce() {
        keys.refresh();
        assertThat(keys.revocations().contain(ada)).isFalse();
        revoked.addToken(ada.tokenId(), ada.subject(), ada.expiresAt());
        keys.refresh();
        assertThat(keys.revocations().contain(ada)).isTrue();
        keys.refresh();
        assertThat(revocationAnswers).containsExactly(200, 200, 304);
    }

    @Test
    void keepsWhatWasRevokedWhoeverForgetsIt(@TempDir Path folder) {
        Path file = folder.resolve("keys.json");
        revoked.addAllOf(ada.subject(), ada.issuedAt().plusSeconds(1), ada.expiresAt());
        new RemoteKeys(url(), file).refresh();
        revoked.expire(ada.expiresAt().plus(Revocations.KEPT_LONGER).plusSeconds(1));
        RemoteKeys restarted = new RemoteKeys(url(), file);
        restarted.refresh();
        ingest.stop(0);
        assertThat(restarted.revocations().contain(ada)).isTrue();
        assertThat(new RemoteKeys(url(), file).revocations().contain(ada)).isTrue();
    }

    @Test
    void cannotJudgeBeforeItKnowsWhatWasRevoked() {
        revocationsStatus = 503;
        assertThatThrownBy(() -> keyOf(keys, "test-key"))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("What was revoked cannot be read");
        assertThatThrownBy(keys::refresh).hasMessageContaining("status 503");
        assertThatThrownBy(() -> keyOf(keys, "test-key")).isInstanceOf(KeysUnavailableException.class);
        revocationsStatus = 200;
        assertThat(keyOf(keys, "test-key")).isPresent();
    }

    @Test
    void forgetsAKeyThatWasTakenAwayWhileWhatWasRevokedCannotBeRead() {
        keys.refresh();
        keySet = new JWKSet();
        revocationsStatus = 503;
        revoked.addToken(ada.tokenId(), ada.subject(), ada.expiresAt());
        assertThatThrownBy(keys::refresh).hasMessageContaining("status 503");
        assertThat(keyOf(keys, "test-key")).isEmpty();
    }

    @Test
    void takesAnIngestOfAnEarlierBuildForOneThatRevokesNothing() {
        ingest.removeContext("/revocations.json");
        keys.refresh();
        assertThat(keyOf(keys, "test-key")).isPresent();
        assertThat(keys.revocations().size()).isZero();
    }

    private JWK renamed(String keyId) {
        return new RSAKey.Builder(tokens.publicKey().toRSAKey()).keyID(keyId).build();
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
