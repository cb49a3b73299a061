package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.players.connection.HttpProblem;
import dungeon.players.connection.JsonHttp;
import dungeon.standalone.machine.Machine;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever was told that something exists finds it in the queries, however quick he is. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class ReadAfterWriteTest {
    private static final int TIMES = 10;
    /** Far from the 2 s for which views that are behind are waited for, and enough for a busy machine. */
    private static final Duration QUICK = Duration.ofMillis(500);

    private final JsonHttp http = new JsonHttp();

    @Test
    void playersAndGamesAreFoundAtOnce(Machine machine) throws Exception {
        String queries = machine.platform().queriesUrl();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> http.get(queries + "/games") != null);
        for (int i = 0; i < TIMES; i++) {
            JsonNode guest = http.post(machine.platform().ingestUrl() + "/auth/guest", null, null);
            String playerId = guest.path("playerId").asText();
            assertThat(http.get(queries + "/players/" + playerId)
                            .path("playerId")
                            .asText())
                    .isEqualTo(playerId);
            try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform())) {
                assertThat(http.get(queries + "/games/" + player.gameId())
                                .path("gameId")
                                .asText())
                        .isEqualTo(player.gameId());
            }
        }
    }

    /** Behind the last record of each partition stands the mark of its transaction, which no view ever reads. */
    @Test
    void whatDoesNotExistIsSaidSoWithoutAWait(Machine machine) throws Exception {
        String queries = machine.platform().queriesUrl();
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform())) {
            await().ignoreExceptions().until(() -> http.get(queries + "/games/" + player.gameId()) != null);
        }
        for (String kind : new String[] {"/games/", "/players/", "/map-types/"}) {
            await().untilAsserted(() -> assertThat(quickest(queries + kind)).isLessThan(QUICK));
        }
    }

    /** The quickest of some tries, since others work on the machine too. */
    private Duration quickest(String url) {
        long bestNanos = Long.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            long beganNanos = System.nanoTime();
            assertThatThrownBy(() -> http.get(url + UUID.randomUUID()))
                    .isInstanceOfSatisfying(
                            HttpProblem.class,
                            problem -> assertThat(problem.status()).isEqualTo(404));
            bestNanos = Math.min(bestNanos, System.nanoTime() - beganNanos);
        }
        return Duration.ofNanos(bestNanos);
    }
}
