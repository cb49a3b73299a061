package dungeon.platform.streams.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class DeadLetterLogTest {
    private static final RecordMetadata SOMEWHERE = new RecordMetadata() {
        @Override
        public String topic() {
            return "commands";
        }

        @Override
        public int partition() {
            return 3;
        }

        @Override
        public long offset() {
            return 17;
        }
    };

    private long nowNanos;
    private final DeadLetterLog log = new DeadLetterLog(() -> nowNanos, new SimpleMeterRegistry());

    @Test
    void hasALineForEachReasonEveryTenSecondsAtMost() {
        int lines = 0;
        for (int i = 0; i < 100_000; i++) {
            lines += log.add(DeadLetterReason.UNKNOWN_SCHEMA, SOMEWHERE, "no") ? 1 : 0;
            nowNanos += 1_000_000;
        }
        assertThat(lines).as("in 100 s").isEqualTo(10);
        assertThat(log.add(DeadLetterReason.NO_KEY, SOMEWHERE, "another reason"))
                .isTrue();
    }
}
