package dungeon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Settings without which the promise does not hold. */
class StreamsSettingsTest {
    private final Properties settings = StreamsSettings.of(
            TopologyConfig.from(Map.of(TopologyConfig.REPLICATION_FACTOR, "3", TopologyConfig.INSTANCE_ID, "a")));

    @Test
    void decidesExactlyOnceAndBeginsWithTheFirstCommand() {
        assertThat(settings)
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("consumer.auto.offset.reset", "earliest")
                .containsEntry("replication.factor", 3)
                .containsEntry("topic.min.insync.replicas", 2)
                .containsEntry("max.task.idle.ms", -1L);
    }

    @Test
    void waitsForNothingLongerThanATransactionLasts() {
        int transactionMs = (int) settings.get("producer.transaction.timeout.ms");
        int registryMs = 3 * 2_000 + 2 * 300;
        assertThat(transactionMs)
                .isGreaterThan(2 * registryMs)
                .isGreaterThan((int) settings.get("producer.request.timeout.ms"))
                .as("what the broker allows")
                .isLessThanOrEqualTo(60_000);
        assertThat(settings).containsEntry("max.retries", "2").containsEntry("http.read.timeout.ms", "2000");
    }

    @Test
    void canWriteTheLongestDeadLetter() {
        assertThat(settings).containsEntry("producer.max.request.size", 2 * 1024 * 1024);
    }

    @Test
    void forgetsLocalStateBeforeTheChangelogForgetsDeletions() {
        assertThat((long) settings.get("state.cleanup.dir.max.age.ms")).isLessThan(24 * 3_600_000L);
    }
}
