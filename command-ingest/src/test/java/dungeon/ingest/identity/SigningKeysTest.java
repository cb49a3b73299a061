package dungeon.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import dungeon.ingest.problems.Problem;
import dungeon.platform.token.Revocations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();

    /** Making a key takes a second on a busy machine, so all of these tests have one under several ids. */
    private static final RSAKey PAIR = SigningKey.fresh(START, START).pair();

    private int made;

    private SigningKeys open() {
        return SigningKeys.in(folder, this::key, LIFETIME, clock);
    }

    // The library's keys are made of old dates.
    @SuppressWarnings("JavaUtilDate")
    private SigningKey key(Instant createdAt, Instant signsFrom) {
        RSAKey pair = new RSAKey.Builder(PAIR)
                .keyID("key-of-the-test-" + ++made)
                .issueTime(Date.from(createdAt))
                .notBeforeTime(Date.from(signsFrom))
                .build();
        return new SigningKey(pair, createdAt, signsFrom);
    }

    private static List<PublishedKey.State> states(SigningKeys keys) {
        return keys.described().stream().map(PublishedKey::state).toList();
    }

    @Test
    void makesOneThatSignsAtOnce() {
        SigningKeys keys = open();
        assertThat(keys.described())
                .containsExactly(new PublishedKey(keys.signingKeyId(), START, START, null, PublishedKey.State.SIGNING));
    }

    @Test
    void makesRealKeysThatAreReadAsTheyWereWritten() throws Exception {
        SigningKey key = SigningKey.fresh(START, START.plusSeconds(10));
        assertThat(SigningKey.parse(key.toJson())).isEqualTo(key);
        assertThat(key.pair().size()).isEqualTo(2_048);
    }

    @Test
    void publishesANewKeyBeforeItSigns() {
        SigningKeys keys = open();
        String first = keys.signingKeyId();
        PublishedKey fresh = keys.rotate();
        assertThat(fresh.state()).isEqualTo(PublishedKey.State.UPCOMING);
        assertThat(fresh.createdAt()).isEqualTo(START);
        assertThat(fresh.signsFrom()).isEqualTo(START.plusSeconds(10));
        assertThat(keys.publicKeySet()).contains(first, fresh.kid());

        clock.now = START.plusMillis(9_999);
        assertThat(keys.signingKeyId()).isEqualTo(first);
        clock.now = START.plusSeconds(10);
        assertThat(keys.signingKeyId()).isEqualTo(fresh.kid());
        assertThat(states(keys)).containsExactly(PublishedKey.State.RETIRING, PublishedKey.State.SIGNING);
    }

    @Test
    void publishesAnOldKeyUntilItsLastTokenIsOverAndNoCommandWithItIsKept() {
        SigningKeys keys = open();
        String first = keys.signingKeyId();
        keys.rotate();
        clock.now = START.plusSeconds(10);
        Instant until = clock.now.plus(LIFETIME).plus(Revocations.KEPT_LONGER);
        assertThat(keys.described().get(0).publishedUntil()).isEqualTo(until);

        clock.now = until.minusMillis(1);
        keys.refresh();
        assertThat(keys.publicKeySet()).contains(first);
        Object edition = keys.edition();
        clock.now = until;
        keys.refresh();
        assertThat(keys.publicKeySet()).doesNotContain(first);
        assertThat(keys.edition()).isNotSameAs(edition);
    }

    @Test
    void removesFilesOfKeysThatAreOverWithTheNextRotation() {
        SigningKeys keys = open();
        keys.rotate();
        clock.now = START.plusSeconds(10).plus(LIFETIME).plus(Revocations.KEPT_LONGER);
        keys.rotate();
        assertThat(folder.resolve(KeyFolder.FIRST)).doesNotExist();
        assertThat(open().described()).isEqualTo(keys.described()).hasSize(2);
    }

    @Test
    void isSeenByInstancesThatShareTheFolder() {
        SigningKeys one = open();
        SigningKeys other = open();
        Object edition = other.edition();
        other.refresh();
        assertThat(other.edition()).isSameAs(edition);

        PublishedKey fresh = one.rotate();
        other.refresh();
        assertThat(other.described()).isEqualTo(one.described()).hasSize(2);
        one.revoke(fresh.kid());
        other.refresh();
        assertThat(other.publicKeySet()).isEqualTo(one.publicKeySet()).doesNotContain(fresh.kid());
    }

    @Test
    void revokesTheKeyThatSignsAndGoesOnWithANewOne() {
        SigningKeys keys = open();
        String first = keys.signingKeyId();
        keys.revoke(first);
        assertThat(keys.publicKeySet()).doesNotContain(first);
        assertThat(keys.signingKeyId()).isNotEqualTo(first);
        assertThat(states(keys)).containsExactly(PublishedKey.State.SIGNING);
        assertThat(open().described()).isEqualTo(keys.described());
    }

    @Test
    void revokesTheKeyThatSignsAndGoesOnWithTheOneThatIsPublished() {
        SigningKeys keys = open();
        PublishedKey fresh = keys.rotate();
        keys.revoke(keys.signingKeyId());
        assertThat(keys.signingKeyId()).isEqualTo(fresh.kid());
        assertThat(keys.described()).hasSize(1);
    }

    @Test
    void doesNotGoBackToAnOldKeyWhenTheOneThatSignsIsRevoked() {
        SigningKeys keys = open();
        String first = keys.signingKeyId();
        String second = keys.rotate().kid();
        clock.now = START.plusSeconds(60);
        keys.revoke(second);
        assertThat(keys.signingKeyId()).isNotIn(first, second);
        assertThat(states(keys)).containsExactly(PublishedKey.State.RETIRING, PublishedKey.State.SIGNING);
    }

    @Test
    void knowsWhichKeysThereAreToRevoke() {
        assertProblem(() -> open().revoke("unknown"), "UNKNOWN_KEY");
    }

    @Test
    void publishesNoMoreKeysThanHaveRoom() {
        SigningKeys keys = open();
        for (int i = 1; i < SigningKeys.KEYS_MAXIMUM; i++) {
            keys.rotate();
        }
        assertProblem(keys::rotate, "TOO_MANY_KEYS");
        assertThat(keys.described()).hasSize(SigningKeys.KEYS_MAXIMUM);
        assertThat(keys.publicKeySet().length()).isLessThan(64 * 1024);
    }

    @Test
    void goesOnWithAKeyFromBeforeThereWereTimes() throws Exception {
        RSAKey older =
                new RSAKey.Builder(PAIR).issueTime(null).notBeforeTime(null).build();
        Files.writeString(folder.resolve(KeyFolder.FIRST), older.toJSONString());
        SigningKeys keys = open();
        assertThat(keys.signingKeyId()).isEqualTo(older.getKeyID());
        String second = keys.rotate().kid();
        clock.now = START.plusSeconds(10);
        assertThat(keys.signingKeyId()).isEqualTo(second);
        assertThat(keys.publicKeySet()).contains(older.getKeyID());
    }

    @Test
    void takesTheKeysOfAFolderThatItCannotWriteAndSaysSo() throws IOException {
        SigningKeys keys = open();
        Files.createDirectory(folder.resolve("elsewhere"));
        Path mounted = Files.createSymbolicLink(
                folder.resolve("elsewhere").resolve(KeyFolder.FIRST), folder.resolve(KeyFolder.FIRST));
        SigningKeys reading = SigningKeys.in(mounted.getParent(), this::key, LIFETIME, clock);
        assertThat(reading.publicKeySet()).isEqualTo(keys.publicKeySet());
        PublishedKey fresh = keys.rotate();
        Files.createSymbolicLink(
                mounted.resolveSibling("signing-key.new.jwk.json"),
                folder.resolve("signing-key.%s.jwk.json".formatted(fresh.kid())));
        reading.refresh();
        assertThat(reading.described()).isEqualTo(keys.described());
    }

    @Test
    void neverTakesAnEmptyFolderForOneWithoutKeys() throws IOException {
        SigningKeys keys = open();
        String published = keys.publicKeySet();
        Files.delete(folder.resolve(KeyFolder.FIRST));
        assertThatThrownBy(keys::refresh).hasMessageContaining("Cannot read the signing keys");
        assertThat(keys.publicKeySet()).isEqualTo(published);
    }

    @Test
    void letsOnlyTheOwnerReadAKeyAndTellsItToNobody() throws IOException {
        SigningKeys keys = open();
        PublishedKey fresh = keys.rotate();
        Path file = folder.resolve("signing-key.%s.jwk.json".formatted(fresh.kid()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keys.publicKeySet()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(key(START, START).toString()).matches("key [\\w-]+");
    }

    @Test
    void saysNothingOfTheSecretInAFileThatIsNoKey() throws IOException {
        Files.writeString(folder.resolve(KeyFolder.FIRST), "{\"kty\":\"RSA\",\"d\":\"very-secret");
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no private RSA key")
                .hasMessageNotContaining("very-secret")
                .hasNoCause();
    }

    private static void assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static final class SettableClock extends Clock {
        private Instant now = START;

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
            return now;
        }
    }
}
