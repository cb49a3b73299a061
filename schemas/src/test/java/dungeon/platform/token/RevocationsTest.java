package dungeon.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.PrincipalKind;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant END = NOW.plusSeconds(3_600);
    private static final String ADA = "0b3c6a3a-3f4e-3a1c-8f43-9f4b1a1c0d0e";
    private static final String EVE = "0b3c6a3a-3f4e-3a1c-8f43-9f4b1a1c0d0f";

    private final Revocations revocations = new Revocations();

    private static TokenClaims token(String playerId, Instant issuedAt) {
        return TokenClaims.fresh(PrincipalKind.PLAYER, playerId, "name", issuedAt, END);
    }

    @Test
    void revokesOneTokenAndNoOther() {
        TokenClaims revoked = token(ADA, NOW);
        revocations.addToken(revoked.tokenId(), ADA, END);
        assertThat(revocations.contain(revoked)).isTrue();
        assertThat(revocations.contain(token(ADA, NOW))).isFalse();
    }

    @Test
    void letsNobodyRevokeTheTokenOfAnother() {
        TokenClaims token = token(ADA, NOW);
        revocations.addToken(token.tokenId(), EVE, END);
        assertThat(revocations.contain(token)).isFalse();
    }

    @Test
    void revokesAllTokensFromBeforeAMomentAndNoLaterOne() {
        revocations.addAllOf(ADA, NOW, END);
        assertThat(revocations.contain(token(ADA, NOW.minusSeconds(1)))).isTrue();
        assertThat(revocations.contain(token(ADA, NOW))).isFalse();
        assertThat(revocations.contain(token(EVE, NOW.minusSeconds(1)))).isFalse();
    }

    @Test
    void revokesTokensWithoutIdAndTimeWithAllOthers() {
        revocations.addAllOf(ADA, NOW, END);
        revocations.addToken("id", ADA, END);
        assertThat(revocations.contain(
                        new TokenClaims(PrincipalKind.PLAYER, ADA, "name", null, Instant.EPOCH, END, null)))
                .isTrue();
        assertThat(revocations.contain(
                        new TokenClaims(PrincipalKind.PLAYER, EVE, "name", null, Instant.EPOCH, END, null)))
                .isFalse();
    }

    @Test
    void anEarlierMomentTakesNothingBack() {
        revocations.addAllOf(ADA, NOW, END);
        revocations.addAllOf(ADA, NOW.minusSeconds(60), END);
        assertThat(revocations.contain(token(ADA, NOW.minusSeconds(1)))).isTrue();
    }

    @Test
    void staysForAsLongAsACommandOfItsTimeIsKept() {
        TokenClaims token = token(ADA, NOW);
        revocations.addToken(token.tokenId(), ADA, END);
        revocations.addAllOf(EVE, NOW.plusSeconds(1), END);
        revocations.expire(END.plus(Revocations.KEPT_LONGER));
        assertThat(revocations.contain(token)).isTrue();
        assertThat(revocations.contain(token(EVE, NOW))).isTrue();
        revocations.expire(END.plus(Revocations.KEPT_LONGER).plusMillis(1));
        assertThat(revocations.size()).isZero();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        TokenClaims token = token(ADA, NOW);
        revocations.addToken(token.tokenId(), ADA, END);
        revocations.addAllOf(EVE, NOW, END);
        Revocations read = Revocations.parse(revocations.toJson());
        assertThat(read.contain(token)).isTrue();
        assertThat(read.contain(token(EVE, NOW.minusSeconds(1)))).isTrue();
        assertThat(read.toJson()).isEqualTo(revocations.toJson());
    }

    @Test
    void writesTheSameInWhateverOrderItCame() {
        Revocations other = new Revocations();
        other.addToken("b", ADA, END);
        other.addToken("a", ADA, END);
        revocations.addToken("a", ADA, END);
        revocations.addToken("b", ADA, END);
        assertThat(other.toJson()).isEqualTo(revocations.toJson());
    }

    @Test
    void countsChangesOnly() {
        revocations.addToken("a", ADA, END);
        revocations.addAllOf(EVE, NOW, END);
        long changes = revocations.changes();
        Revocations same = new Revocations();
        same.merge(revocations);
        revocations.merge(same);
        revocations.expire(NOW);
        assertThat(revocations.changes()).isEqualTo(changes);
        revocations.addToken("c", ADA, END);
        assertThat(revocations.changes()).isGreaterThan(changes);
    }

    @Test
    void dropsWhatEndsFirstWhereThereIsNoRoomAndSaysSo() {
        revocations.addAllOf(EVE, NOW, NOW);
        for (int i = 0; i < Revocations.ENTRIES_MAXIMUM; i++) {
            revocations.addToken("token-" + i, ADA, END.plusSeconds(i));
        }
        assertThat(revocations.size()).isEqualTo(Revocations.ENTRIES_MAXIMUM);
        assertThat(revocations.dropped()).isEqualTo(1);
        assertThat(revocations.toJson()).doesNotContain("\"token-0\"").contains("\"token-1\"", EVE);
    }

    @Test
    void makesNoRoomForOneWhoRevokesManyAtTheCostOfOneWhoRevokedOne() {
        TokenClaims stolen = token(ADA, NOW);
        revocations.addToken(stolen.tokenId(), ADA, NOW);
        for (int i = 0; i < Revocations.ENTRIES_MAXIMUM; i++) {
            revocations.addToken("token-" + i, "guest-" + i / 20, END);
        }
        assertThat(revocations.contain(stolen)).isTrue();
        assertThat(revocations.size()).isEqualTo(Revocations.ENTRIES_MAXIMUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tokens\":[{\"id\":\"a\"}]}",
                "{\"tokens\":[{\"id\":\"a\",\"playerId\":\"b\",\"until\":\"soon\"}]}",
                "{\"players\":[1]}",
                "nonsense"
            })
    void saysThatItIsSomethingElse(String json) {
        assertThatThrownBy(() -> Revocations.parse(json)).isInstanceOf(IOException.class);
    }
}
