package dungeon.verification.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LogChecksTest {
    private static final String PREFIX = "dungeon.dead-letter.";

    @Test
    void aRecordThatNobodySignedAndThatIsNoDeadLetterIsFound() {
        PublishedLog log = PublishedLog.of(
                List.of(), List.of(deadLetter(3, "UNAUTHENTICATED"), deadLetter(4, "NO_KEY")), List.of());

        assertThatCode(() -> LogChecks.whatNobodySignedIsNoCommand(log, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> LogChecks.whatNobodySignedIsNoCommand(log, 3))
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessage("2 of 3 records without a token that holds are no dead letters");
    }

    private static ConsumerRecord<byte[], byte[]> deadLetter(long offset, String reason) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("dungeon.dead-letters.v1", 0, offset, null, null);
        Map.of("topic", "dungeon.commands.v1", "partition", "0", "offset", String.valueOf(offset), "reason", reason)
                .forEach((name, value) -> record.headers().add(PREFIX + name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
