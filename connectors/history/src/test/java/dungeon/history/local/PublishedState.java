package dungeon.history.local;

import dungeon.players.connection.Platform;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The state topics, as anybody reads them. */
final class PublishedState {
    private static final Duration POLL = Duration.ofMillis(200);

    private PublishedState() {}

    /** The newest committed value of each key. */
    static <V> Map<String, V> newest(Platform platform, Topic<V> topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(RegistryConfig.URL, platform.registryUrl());
        Map<String, V> newest = new TreeMap<>();
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                settings,
                topic.keySerde().deserializer(),
                topic.valueSerde(settings).deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> newest.put(record.key(), record.value()));
            }
        }
        newest.values().removeIf(Objects::isNull);
        return newest;
    }
}
