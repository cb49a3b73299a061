package dungeon.platform.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaTickSenderTest {
    private static final Duration LONGEST_GAME = Duration.ofDays(1);

    @Test
    void partitionsAreKnownWhenNothingWasSentForAsLongAsAGameCanLast() {
        ProducerConfig config = new ProducerConfig(KafkaTickSender.producerConfig(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:9092",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, "org.apache.kafka.common.serialization.StringSerializer",
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        "org.apache.kafka.common.serialization.StringSerializer")));
        long keptMs = config.getLong(ProducerConfig.METADATA_MAX_IDLE_CONFIG);
        assertThat(keptMs).isGreaterThan(2 * LONGEST_GAME.toMillis());
        // The client adds the time of day to it.
        assertThat(keptMs).isLessThan(Long.MAX_VALUE - System.currentTimeMillis());
        assertThat(config.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG)).isZero();
    }
}
