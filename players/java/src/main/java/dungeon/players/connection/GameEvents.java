package dungeon.players.connection;

import dungeon.schemas.Event;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The committed events of one game, straight from Kafka, from the first one on. */
final class GameEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GameEvents.class);
    /** So often a bot can act when nothing happens. */
    private static final Duration POLL = Duration.ofMillis(50);

    /** Game time is the time of the broker that appended the command; another one appends the events. */
    private static final Duration CLOCK_DIFFERENCE_MAXIMUM = Duration.ofMinutes(5);

    private final String gameId;
    private final TopicPartition partition;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<Event> deserializer;
    private final long liveOffset;

    private GameEvents(String gameId, Instant createdAt, Map<String, Object> config) {
        this.gameId = gameId;
        deserializer = Topics.EVENTS.valueSerde(config).deserializer();
        // Values stay bytes at first: the partition has the events of other games too, which need no decoding.
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            partition = new TopicPartition(
                    Topics.EVENTS.name(),
                    partitionOf(
                            gameId, consumer.partitionsFor(Topics.EVENTS.name()).size()));
            consumer.assign(List.of(partition));
            seekToCreation(createdAt);
            liveOffset = consumer.endOffsets(List.of(partition)).get(partition);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    static GameEvents of(String gameId, Instant createdAt, Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        // What a crash could take back must not be acted upon.
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // There is no group: each player reads for itself.
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new GameEvents(gameId, createdAt, config);
    }

    /** The events that have come meanwhile; waits a moment for the first one, and is empty if none comes. */
    List<Event> next() throws InterruptedException {
        try {
            List<Event> events = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (gameId.equals(record.key())) {
                    read(record).ifPresent(events::add);
                }
            }
            return events;
        } catch (InterruptException e) {
            // Kafka leaves the thread marked, and a marked thread cannot close its clients in order.
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("Interrupted while waiting for events").initCause(e);
        }
    }

    /** Whether all has been read that was there at the start. */
    boolean isLive() {
        return consumer.position(partition) >= liveOffset;
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** The event; empty if only a newer platform can read it. */
    private Optional<Event> read(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(deserializer.deserialize(record.topic(), record.value()));
        } catch (UndecodableException e) {
            LOG.warn("Passed over an event of game {} at {} that cannot be read", gameId, record.offset(), e);
            return Optional.empty();
        }
    }

    /** The partition holds years of other games. Records carry the time at which the broker appended them, which is later. */
    private void seekToCreation(Instant createdAt) {
        OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(
                        partition, createdAt.minus(CLOCK_DIFFERENCE_MAXIMUM).toEpochMilli()))
                .get(partition);
        if (first == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, first.offset());
        }
    }

    /** Where the producers' default puts a key. */
    private static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
