package dungeon.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.envelope.Ids;
import org.junit.jupiter.api.Test;

class RepeatableRequestTest {
    private static final long NOW_MS = 1_770_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final long HALF_A_DAY_MS = 12 * 60 * MINUTE_MS;

    @Test
    void aCommandIdOfVersion7GivesItsTimeToTheGameHoweverLateItIsRepeated() {
        RepeatableRequest request = of(Ids.timed(NOW_MS - 5, "a request"));

        assertThat(Ids.timeMsOf(request.gameId(NOW_MS))).isEqualTo(NOW_MS - 5);
        assertThat(request.gameId(NOW_MS + HALF_A_DAY_MS)).isEqualTo(request.gameId(NOW_MS));
    }

    @Test
    void anotherCommandIdMeansOneGameForHalfADay() {
        RepeatableRequest request = of("6f1c2a52-0b1e-4d2a-9c6e-0123456789ab");
        String first = request.gameId(NOW_MS);
        long madeAtMs = Ids.timeMsOf(first);

        assertThat(madeAtMs).isBetween(NOW_MS - HALF_A_DAY_MS, NOW_MS);
        assertThat(request.gameId(madeAtMs)).isEqualTo(first);
        assertThat(request.gameId(madeAtMs + HALF_A_DAY_MS - 1)).isEqualTo(first);
        assertThat(request.gameId(madeAtMs + HALF_A_DAY_MS)).isNotEqualTo(first);
        assertThat(Ids.timeMsOf(request.gameId(madeAtMs + HALF_A_DAY_MS))).isEqualTo(madeAtMs + HALF_A_DAY_MS);
    }

    @Test
    void withoutACommandIdEachRequestMakesAGameOfNow() {
        RepeatableRequest one = RepeatableRequest.read(body());
        RepeatableRequest other = RepeatableRequest.read(body());
        long nowMs = System.currentTimeMillis();

        assertThat(one.gameId(nowMs)).isNotEqualTo(other.gameId(nowMs));
        assertThat(Ids.timeMsOf(one.gameId(nowMs))).isBetween(nowMs - MINUTE_MS, nowMs);
    }

    private static RepeatableRequest of(String commandId) {
        return RepeatableRequest.read(body().put("commandId", commandId));
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }
}
