package dungeon.history.local;

import dungeon.schemas.Event;
import dungeon.schemas.identity.IdentityEvent;
import dungeon.schemas.serde.AvroDeserializer;
import dungeon.schemas.serde.AvroSerializer;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The events of games in the log, as our own services read and write them. */
final class LoggedEvents {
    /** The key of what is no event, and of nothing that a topology wrote. */
    static final String GARBAGE = "garbage";

    /** {@code printf '\\001\\002\\003' | sha256sum}. */
    static final String GARBAGE_HASH = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    private static final Duration POLL = Duration.ofMillis(200);

    private LoggedEvents() {}

    /** All that are committed. */
    static List<Event> read(String bootstrapServers, String registryUrl) {
        AvroDeserializer<Event> deserializer = new AvroDeserializer<>(Event.class);
        deserializer.configure(Map.of(RegistryConfig.URL, registryUrl), false);
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EVENTS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Event> events = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> next : consumer.poll(POLL)) {
                    // What a test wrote there to see what happens is left out.
                    if (!next.key().equals(GARBAGE)) {
                        events.add(deserializer.deserialize(next.topic(), next.value()));
                    }
                }
            }
            return events;
        }
    }

    /** Writes what is no event. */
    static void writeGarbage(String bootstrapServers) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.EVENTS.name(), GARBAGE, new byte[] {1, 2, 3}))
                    .get();
        }
    }

    /** Writes events that no topology would decide so. */
    static void write(String bootstrapServers, String registryUrl, List<Event> events) throws Exception {
        write(Topics.EVENTS, Event::getGameId, bootstrapServers, registryUrl, events);
    }

    /** Writes events about who somebody is. */
    static void writeIdentity(String bootstrapServers, String registryUrl, List<IdentityEvent> events)
            throws Exception {
        write(Topics.IDENTITY_EVENTS, IdentityEvent::getSubject, bootstrapServers, registryUrl, events);
    }

    private static <E extends SpecificRecord> void write(
            Topic<E> topic, Function<E, String> key, String bootstrapServers, String registryUrl, List<E> events)
            throws Exception {
        AvroSerializer<E> serializer = new AvroSerializer<>();
        serializer.configure(Map.of(RegistryConfig.URL, registryUrl), false);
        try (KafkaProducer<String, E> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                serializer)) {
            for (E event : events) {
                producer.send(new ProducerRecord<>(topic.name(), key.apply(event), event))
                        .get();
            }
        }
    }
}
