package dungeon.export;

import dungeon.schemas.Event;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The committed events of games up to now, as they are read once from the first on. */
final class EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** A broker that gives nothing for so long is away. */
    private static final Duration SILENCE_MAXIMUM = Duration.ofSeconds(60);

    private final Map<String, Object> settings;
    private final Deserializer<Event> events;

    EventLog(Map<String, Object> clientConfig) {
        settings = new HashMap<>(clientConfig);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-export");
        events = Topics.EVENTS.valueSerde(settings).deserializer();
    }

    /** Takes the events. */
    @FunctionalInterface
    interface Taker {
        void take(Event event);
    }

    /**
     * Reads the events of all games, those of a game in their order.
     *
     * @throws KafkaException if the broker does not answer
     */
    void readAll(Taker taker) {
        read(IntStream.range(0, Topics.EVENTS.partitions()).boxed().toList(), key -> true, taker);
    }

    /** Reads the events of one game, of which there may be none. */
    void readGame(String gameId, Taker taker) {
        read(List.of(Topics.EVENTS.partitionOf(gameId)), gameId::equals, taker);
    }

    private void read(List<Integer> numbers, Predicate<String> keys, Taker taker) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = numbers.stream()
                    .map(number -> new TopicPartition(Topics.EVENTS.name(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long heardNanos = System.nanoTime();
            while (isBefore(consumer, ends)) {
                for (ConsumerRecord<String, byte[]> next : consumer.poll(POLL)) {
                    heardNanos = System.nanoTime();
                    if (keys.test(next.key())
                            && next.offset() < ends.get(new TopicPartition(next.topic(), next.partition()))) {
                        take(next, taker);
                    }
                }
                if (System.nanoTime() - heardNanos > SILENCE_MAXIMUM.toNanos()) {
                    throw new KafkaException(
                            "The broker has given nothing for %d s".formatted(SILENCE_MAXIMUM.toSeconds()));
                }
            }
        }
    }

    private static boolean isBefore(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> next, Taker taker) {
        Event event;
        try {
            event = events.deserialize(next.topic(), next.value());
        } catch (UndecodableException e) {
            LOG.warn("Left out a record from {}-{} at {}", next.topic(), next.partition(), next.offset(), e);
            return;
        }
        // The rejections of commands to a game that does not exist belong to no game.
        if (event != null && event.getSequence() > 0) {
            taker.take(event);
        }
    }
}
