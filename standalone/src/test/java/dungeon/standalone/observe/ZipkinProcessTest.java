package dungeon.standalone.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ZipkinProcessTest {
    private Process slow;

    @BeforeEach
    void start() throws Exception {
        slow = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        slow.destroyForcibly();
    }

    @Test
    void whatIsFetchedIsGivenUpWhenItsWaiterIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ZipkinProcess.endsWithin(Duration.ofMinutes(1), slow))
                .isInstanceOf(InterruptedException.class);
        assertThat(slow.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsFetchedIsGivenUpWhenItTakesTooLong() throws Exception {
        assertThat(ZipkinProcess.endsWithin(Duration.ofMillis(1), slow)).isFalse();
        assertThat(slow.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
}
