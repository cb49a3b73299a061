package dungeon.verification.siege.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void tellsRefusalsFromGrantsAndFromWhatIsNeither() {
        answered("HTTP/1.1 201 Created\r\nA: b\r\n\r\n{}", true);
        answered("HTTP/1.1 202 Accepted\r\nA: b\r\n\r\n{}", false);
        answered("HTTP/1.1 422 Unprocessable\r\nA: b\r\n\r\n{\"code\":\"INVALID_MAP\"}", true);
        answered("", true);
        Tally.Figures figures = tally.figures();
        assertThat(figures.granted()).isEqualTo(Map.of("201", 1L));
        assertThat(figures.refused()).isEqualTo(Map.of("422 INVALID_MAP", 1L));
        assertThat(figures.other()).isEqualTo(Map.of("202", 1L, "closed without an answer", 1L));
        assertThat(figures.serverErrors()).isEmpty();
        assertThat(figures.through()).isEqualTo(1);
    }

    @Test
    void countsEach5xxButThoseThatSayWhenToComeAgain() {
        answered("HTTP/1.1 503 Unavailable\r\nRetry-After: 2\r\n\r\n{\"code\":\"STARTING\"}", true);
        answered("HTTP/1.1 503 Unavailable\r\nA: b\r\n\r\n{\"code\":\"STARTING\"}", true);
        answered("HTTP/1.1 504 Timeout\r\nRetry-After: 2\r\n\r\n{\"code\":\"OUTCOME_PENDING\"}", true);
        assertThat(tally.figures().serverErrors())
                .isEqualTo(Map.of("503 STARTING without Retry-After", 1L, "504 OUTCOME_PENDING", 1L));
    }

    @Test
    void remembersTheLargestAnswer() {
        tally.answered(HttpFrom.parse("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", 5_000_000), true);
        answered("HTTP/1.1 200 OK\r\nA: b\r\n\r\n", true);
        assertThat(tally.figures().largestAnswerBytes()).isEqualTo(5_000_000);
    }

    private void answered(String text, boolean isGrant) {
        tally.answered(HttpFrom.parse(text, text.length()), isGrant);
    }
}
