package dungeon.verification.trial;

import dungeon.schemas.Event;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The committed events of a game as they come, for whoever waits for the game to go on. */
final class NewEvents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final String gameId;
    private final int partition;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<Event> decoder;

    /** From now on. */
    NewEvents(String gameId, Map<String, Object> clientConfig) {
        this.gameId = gameId;
        Map<String, Object> settings = new HashMap<>(clientConfig);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        decoder = Topics.EVENTS.valueSerde(clientConfig).deserializer();
        partition = Topics.EVENTS.partitionOf(gameId);
        TopicPartition events = new TopicPartition(Topics.EVENTS.name(), partition);
        consumer.assign(List.of(events));
        consumer.seekToEnd(List.of(events));
        consumer.position(events);
    }

    /** Where the commands of the game are; its events have the partition of the same number. */
    TopicPartition commands() {
        return new TopicPartition(Topics.COMMANDS.name(), partition);
    }

    /**
     * Waits for an event of a decision that was made after a moment, and says how long after that moment it could be read.
     *
     * @throws IllegalStateException if none comes in time
     */
    Duration awaitOneAfter(Instant moment, Duration atMost) {
        long deadlineNanos = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Event event = decoder.deserialize(record.topic(), record.value());
                if (event.getGameId().equals(gameId) && event.getTime().isAfter(moment)) {
                    return Duration.between(moment, Instant.now());
                }
            }
        }
        throw new IllegalStateException("Game %s does not go on within %s".formatted(gameId, atMost));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
