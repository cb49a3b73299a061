package dungeon.verification.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.topics.Topics;
import dungeon.standalone.machine.Machine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stranger begins a transaction on a command topic and never ends it. */
@Tag("broker")
@ExtendWith(SharedMachine.class)
class OpenTransactionTest {
    /** Left alone, it would end after a minute. */
    private static final int TRANSACTION_TIMEOUT_MS = 60_000;

    @Test
    @Timeout(120)
    void doesNotHoldUpPlayForLong(Machine machine) throws Exception {
        try (TestPlayer player = TestPlayer.inPracticeGame(machine.platform());
                KafkaProducer<byte[], byte[]> stranger = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                machine.platform().bootstrapServers(),
                                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                                "stranger",
                                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                                TRANSACTION_TIMEOUT_MS),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            stranger.initTransactions();
            stranger.beginTransaction();
            stranger.send(new ProducerRecord<>(Topics.COMMANDS.name(), TestPlayer.key(player.gameId()), new byte[] {1}))
                    .get(10, TimeUnit.SECONDS);
            long openNanos = System.nanoTime();

            String outcome = player.send("{\"type\": \"BuyRobots\", \"quantity\": 1}")
                    .path("events")
                    .path(0)
                    .path("type")
                    .asText();

            assertThat(outcome).isEqualTo("RobotsPurchased");
            // Three seconds on a machine that has nothing else to do; here others compute, too.
            assertThat(Duration.ofNanos(System.nanoTime() - openNanos)).isLessThan(Duration.ofSeconds(10));
            stranger.close(Duration.ZERO);
        }
    }
}
