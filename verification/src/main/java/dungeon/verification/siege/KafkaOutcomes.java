package dungeon.verification.siege;

import dungeon.players.connection.Platform;
import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees the outcomes of honest commands on Kafka, as soon as they are committed. */
final class KafkaOutcomes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaOutcomes.class);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long STOP_MAXIMUM_MS = 5_000;
    /** Longer than the time-out of any transaction that could hold an outcome up. */
    private static final long PATIENCE_MS = 90_000;

    private record Sent(String gameId, long atNanos) {}

    private final Platform platform;
    private final HonestAnswers answers;
    private final Map<String, Sent> awaited = new ConcurrentHashMap<>();
    private final Map<String, Long> lastSentNanos = new ConcurrentHashMap<>();
    private final Thread thread = HonestPlay.daemon(this::follow, "honest-outcomes");
    private volatile boolean closed;

    KafkaOutcomes(Platform platform, HonestAnswers answers) {
        this.platform = platform;
        this.answers = answers;
        thread.start();
    }

    /** A command is sent now. */
    void sent(String commandId, String gameId) {
        awaited.put(commandId, new Sent(gameId, System.nanoTime()));
    }

    /** When, by {@link System#nanoTime}, that command was sent which was answered last of those of a game; 0 if none was. */
    long answeredUpTo(String gameId) {
        return lastSentNanos.getOrDefault(gameId, 0L);
    }

    /** Counts as without an outcome what was sent long ago. */
    void giveUp(long olderThanMs) {
        long now = System.nanoTime();
        awaited.forEach((commandId, sent) -> {
            long waitedMs = (now - sent.atNanos()) / 1_000_000;
            if (waitedMs > olderThanMs && awaited.remove(commandId) != null) {
                answers.none(waitedMs);
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(STOP_MAXIMUM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        Map<String, Object> config = new HashMap<>(platform.clientConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        Deserializer<Event> events = Topics.EVENTS.valueSerde(config).deserializer();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (!closed) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    Event event = events.deserialize(record.topic(), record.value());
                    Sent sent = event.getCommandId() == null ? null : awaited.remove(event.getCommandId());
                    if (sent != null) {
                        answers.outcome((System.nanoTime() - sent.atNanos()) / 1_000_000);
                        lastSentNanos.merge(sent.gameId(), sent.atNanos(), Math::max);
                    }
                }
                giveUp(PATIENCE_MS);
            }
        } catch (RuntimeException e) {
            // Then no outcome is seen any more, and the commands count as unanswered.
            LOG.error("Honest outcomes are followed no longer", e);
        }
    }
}
