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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** The state topics, as anybody reads them. */
final class PublishedState {
    private static final Duration POLL = Duration.ofMillis(200);

    private PublishedState() {}

    /** Writes a value that no game led to; null for a tombstone. */
    static <V> void write(Platform platform, Topic<V> topic, String key, V value) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                platform.bootstrapServers(),
                RegistryConfig.URL,
                platform.registryUrl());
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                settings,
                topic.keySerde().serializer(),
                topic.valueSerde(settings).serializer())) {
            int partition = topic.partitionOf(key.split(":", 2)[0]);
            producer.send(new ProducerRecord<>(topic.name(), partition, key, value))
                    .get();
        }
    }

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
