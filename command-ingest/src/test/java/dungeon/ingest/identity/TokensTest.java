package dungeon.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.problems.Problem;
import dungeon.platform.token.Revocations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final String PLAYER_ID = "0b3c6a3a-3f4e-3a1c-8f43-9f4b1a1c0d0e";

    @TempDir
    private Path folder;

    private final Revocations revocations = new Revocations();

    private static Clock clock(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private SigningKeys keys(Clock clock) {
        return SigningKeys.in(folder, IngestConfig.SERVICE_TOKEN_LIFETIME, clock);
    }

    private Tokens tokens(Clock clock) {
        return new Tokens(keys(clock), revocations, clock);
    }

    private Tokens at(Instant time) {
        return tokens(Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void knowsThePlayerOfAToken() {
        Token token = at(NOW).forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));

        assertThat(at(NOW).verify(token.jwt())).isEqualTo(new Player(token.claims(), token.authorization()));
    }

    @Test
    void refusesATokenAfterItsTime() {
        Token token = at(NOW).forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));

        assertThat(at(token.expiresAt().minusSeconds(1)).verify(token.jwt())).isInstanceOf(Player.class);
        assertThatThrownBy(() -> at(token.expiresAt().plusSeconds(1)).verify(token.jwt()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The token has expired");
    }

    @Test
    void refusesATokenAfterItsTimeThatItHasKnown() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        Tokens tokens = tokens(clock(now));
        Token token = tokens.forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));
        Player player = new Player(token.claims(), token.authorization());

        assertThat(tokens.verify(token.jwt())).isEqualTo(player);
        now.set(token.expiresAt().minusMillis(1));
        assertThat(tokens.verify(token.jwt())).isEqualTo(player);
        now.set(token.expiresAt());
        assertThatThrownBy(() -> tokens.verify(token.jwt()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The token has expired");
    }

    @Test
    void refusesWhatOnlyResemblesATokenThatItKnows() {
        Tokens tokens = at(NOW);
        Token token = tokens.forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));
        assertThat(tokens.verify(token.jwt())).isInstanceOf(Player.class);

        int payload = token.jwt().indexOf('.') + 1;
        int signature = token.jwt().lastIndexOf('.');
        byte[] claims = Base64.getUrlDecoder().decode(token.jwt().substring(payload, signature));
        String forged = new String(claims, StandardCharsets.UTF_8).replace("\"player\"", "\"administrator\"");
        String jwt = token.jwt().substring(0, payload)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8))
                + token.jwt().substring(signature);
        assertThatThrownBy(() -> tokens.verify(jwt))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Invalid signature");
    }

    @Test
    void refusesATokenThatWasRevokedAlthoughItHasKnownIt() {
        Tokens tokens = at(NOW);
        Token token = tokens.forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));
        Token other = tokens.forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));
        assertThat(tokens.verify(token.jwt())).isInstanceOf(Player.class);
        revocations.addToken(token.claims().tokenId(), PLAYER_ID, token.expiresAt());

        assertThatThrownBy(() -> tokens.verify(token.jwt()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("The token was revoked");
        assertThat(tokens.verify(other.jwt())).isInstanceOf(Player.class);
    }

    @Test
    void refusesATokenOfAKeyThatWasTakenAwayAlthoughItHasKnownIt() {
        SigningKeys keys = keys(Clock.fixed(NOW, ZoneOffset.UTC));
        Tokens tokens = new Tokens(keys, revocations, Clock.fixed(NOW, ZoneOffset.UTC));
        Token token = tokens.forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));
        assertThat(tokens.verify(token.jwt())).isInstanceOf(Player.class);
        keys.revoke(keys.signingKeyId());

        assertThatThrownBy(() -> tokens.verify(token.jwt())).isInstanceOf(Problem.class);
        Token after = tokens.forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));
        assertThat(tokens.verify(after.jwt())).isInstanceOf(Player.class);
    }

    @Test
    void renewsTheAdministratorsTokenWhenAnotherKeySigns() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        SigningKeys keys = keys(clock(now));
        Tokens tokens = new Tokens(keys, revocations, clock(now));
        Administrator first = AdministratorToken.in(folder, tokens, Duration.ofDays(10));
        keys.rotate();
        AdministratorToken.renew(folder, tokens, Duration.ofDays(10));
        assertThat(AdministratorToken.in(folder, tokens, Duration.ofDays(10))).isEqualTo(first);

        now.set(NOW.plus(SigningKeys.PUBLISHED_BEFORE_SIGNING));
        AdministratorToken.renew(folder, tokens, Duration.ofDays(10));
        assertThat(AdministratorToken.in(folder, tokens, Duration.ofDays(10))).isNotEqualTo(first);
    }

    @Test
    void writesNoAdministratorsTokenWhereThereIsNone() {
        AdministratorToken.renew(folder, at(NOW), Duration.ofDays(10));

        assertThat(folder.resolve(AdministratorToken.FILE)).doesNotExist();
    }

    @Test
    void tellsNoSecretOfAToken() {
        Token token = at(NOW).forPlayer(PLAYER_ID, "Ada", Duration.ofHours(1));

        assertThat(token.toString()).doesNotContain(token.jwt());
    }

    @Test
    void refusesTheTokenOfTheRegistrarFromOutside() {
        Token token = at(NOW).forRegistration(PLAYER_ID, "Ada");

        assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(120));
        assertThatThrownBy(() -> at(NOW).verify(token.jwt())).isInstanceOf(Problem.class);
    }

    @Test
    void keepsTheKeyPair() {
        assertThat(keys(Clock.systemUTC()).publicKeySet())
                .isEqualTo(keys(Clock.systemUTC()).publicKeySet())
                .doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void givesInstancesThatStartTogetherTheSameKeyPair() throws Exception {
        int instances = 6;
        CyclicBarrier start = new CyclicBarrier(instances);
        ExecutorService pool = Executors.newFixedThreadPool(instances);
        try {
            List<Future<String>> keys = pool.invokeAll(Collections.nCopies(instances, () -> {
                start.await();
                return keys(Clock.systemUTC()).publicKeySet();
            }));

            String published = keys(Clock.systemUTC()).publicKeySet();
            for (Future<String> key : keys) {
                assertThat(key.get()).isEqualTo(published);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith(KeyFolder.FIRST));
    }

    @Test
    void leavesAFileAloneThatAnotherInstanceMadeFirst() throws IOException {
        Path file = folder.resolve("secret");
        OwnerOnlyFile.createIfAbsent(file, "first");
        OwnerOnlyFile.createIfAbsent(file, "second");

        assertThat(file).content().isEqualTo("first");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void keepsTheAdministratorsTokenUntilItIsOver() {
        Administrator first = AdministratorToken.in(folder, at(NOW), Duration.ofDays(10));
        Administrator later = AdministratorToken.in(folder, at(NOW.plus(Duration.ofDays(9))), Duration.ofDays(10));
        Administrator afterwards =
                AdministratorToken.in(folder, at(NOW.plus(Duration.ofDays(11))), Duration.ofDays(10));

        assertThat(later).isEqualTo(first);
        assertThat(afterwards).isNotEqualTo(first);
    }

    @Test
    void letsOnlyTheOwnerReadTheSecrets() throws IOException {
        AdministratorToken.in(folder, at(NOW), Duration.ofDays(1));

        for (String file : new String[] {KeyFolder.FIRST, AdministratorToken.FILE}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void refusesAFileThatIsNoKeyInsteadOfReplacingIt() throws IOException {
        Files.writeString(folder.resolve(KeyFolder.FIRST), "{\"kty\":");

        assertThatThrownBy(() -> keys(Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no private RSA key");
        assertThat(folder.resolve(KeyFolder.FIRST)).content().isEqualTo("{\"kty\":");
    }
}
