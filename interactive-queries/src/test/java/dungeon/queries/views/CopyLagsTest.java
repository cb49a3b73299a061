package dungeon.queries.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CopyLagsTest {
    private final AtomicLong nowNanos = new AtomicLong(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean hanging;
    private volatile Map<Integer, Long> answer = Map.of(3, 12L);
    private final CopyLags lags = new CopyLags(this::brokers, nowNanos::get);

    @AfterEach
    void close() {
        released.countDown();
        lags.close();
    }

    @Test
    void anAnswerServesAllWhoComeWithinASecond() {
        assertThat(lags.of(3)).isEqualTo(12);
        assertThat(lags.of(4)).isEqualTo(CopyLags.UNKNOWN);
        assertThat(asked).hasValue(1);

        answer = Map.of(3, 15L);
        pass(Duration.ofSeconds(1));
        assertThat(lags.of(3)).isEqualTo(15);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsNotKnownIsNotTakenForNear() {
        hanging = true;

        assertThat(lags.of(3)).isEqualTo(CopyLags.UNKNOWN);
    }

    @Test
    void brokersThatHangAreAskedOnceAndNobodyWaitsForThemTwice() {
        assertThat(lags.of(3)).isEqualTo(12);
        hanging = true;
        pass(Duration.ofSeconds(2));

        assertThat(lags.of(3)).isEqualTo(12);
        // Whoever comes while the question has been open for longer than anybody waits, does not wait at all.
        pass(Duration.ofSeconds(1));
        long beganNanos = System.nanoTime();
        for (int reader = 0; reader < 100; reader++) {
            assertThat(lags.of(3)).isEqualTo(12);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - beganNanos)).isLessThan(Duration.ofSeconds(20));
        await().until(() -> asked.get() == 2);

        pass(Duration.ofSeconds(10));
        assertThat(lags.of(3)).isEqualTo(CopyLags.UNKNOWN);
        assertThat(asked).hasValue(2);
    }

    private void pass(Duration time) {
        nowNanos.addAndGet(time.toNanos());
    }

    private Map<Integer, Long> brokers() {
        asked.incrementAndGet();
        if (hanging) {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return answer;
    }
}
