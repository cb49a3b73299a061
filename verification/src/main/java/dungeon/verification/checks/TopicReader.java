package dungeon.verification.checks;

import dungeon.players.connection.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its first record to its last, and later what has come meanwhile. */
public final class TopicReader implements AutoCloseable {
    private static final Duration READ_MAXIMUM = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> partitions;

    /** @param isolation {@code read_committed} or {@code read_uncommitted} */
    public TopicReader(Platform platform, String topic, String isolation) {
        Map<String, Object> config = new HashMap<>(platform.clientConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.topic = topic;
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All records up to the end as it is now that were not read before, in the order of each partition. */
    public List<ConsumerRecord<byte[], byte[]>> toTheEnd() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long deadlineNanos = System.nanoTime() + READ_MAXIMUM.toNanos();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            BrokenPromiseException.unless(
                    System.nanoTime() < deadlineNanos,
                    () -> "The end of %s cannot be read within %s".formatted(topic, READ_MAXIMUM));
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    /** How far it has read. */
    public Map<TopicPartition, Long> positions() {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
