package dungeon.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.fake.FakePlatform;
import dungeon.platform.envelope.Ids;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.identity.TokenRevoked;
import dungeon.schemas.identity.TokensRevoked;
import dungeon.schemas.topics.IdentitySubjects;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What an instance knows that starts long after tokens were revoked. */
class RevokedBeforeTest {
    private static final String ANN = Ids.nameBased("player:ann");
    private static final String BOB = Ids.nameBased("player:bob");
    private static final String OLD = Ids.nameBased("old");
    private static final String RECENT = Ids.nameBased("recent");

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void isReadFromTheLogForAsLongAsItCounts() throws Exception {
        Instant monthAgo = now.minus(Duration.ofDays(36));
        try (FakePlatform platform = FakePlatform.startedWith(Map.of(), before -> {
            // A token of 30 days that was revoked 38 days ago is over, and so is every command that was sent with it.
            happened(before, ANN, now.minus(Duration.ofDays(38)), new TokenRevoked(OLD, now.minus(Duration.ofDays(8))));
            happened(before, BOB, monthAgo, new TokensRevoked(monthAgo, monthAgo.plus(Duration.ofDays(366))));
            happened(before, ANN, now.minus(Duration.ofDays(1)), new TokenRevoked(RECENT, now.plusSeconds(60)));
        })) {
            platform.awaitReady();

            JsonNode revoked = platform.get("/.well-known/revocations.json").json();
            assertThat(revoked.get("tokens").toString())
                    .isEqualTo("[{\"id\":\"%s\",\"playerId\":\"%s\",\"until\":\"%s\"}]"
                            .formatted(RECENT, ANN, now.plusSeconds(60)));
            // Until the last of them is over, which is not as long as any could be.
            assertThat(revoked.get("players").toString())
                    .isEqualTo("[{\"id\":\"%s\",\"issuedBefore\":\"%s\",\"until\":\"%s\"}]"
                            .formatted(BOB, monthAgo, monthAgo.plus(Duration.ofDays(30))));
        }
    }

    @Test
    void isNotTakenForNothingBeforeTheLogHasBeenRead() throws Exception {
        try (FakePlatform platform =
                FakePlatform.startedWith(Map.of(), before -> before.brokers().setAway(true))) {
            assertThat(platform.get("/.well-known/revocations.json").status()).isEqualTo(503);
            platform.brokers().setAway(false);
            platform.awaitReady();
            assertThat(platform.get("/.well-known/revocations.json").status()).isEqualTo(200);
            platform.brokers().setAway(true);
            assertThat(platform.get("/.well-known/revocations.json").status())
                    .as("what is known once is known")
                    .isEqualTo(200);
        }
    }

    private static void happened(FakePlatform platform, String playerId, Instant at, SpecificRecord payload) {
        platform.decider()
                .publish(new IdentityEvent(IdentitySubjects.ofAccount(playerId), 1L, at, null, playerId, 0, payload));
    }
}
