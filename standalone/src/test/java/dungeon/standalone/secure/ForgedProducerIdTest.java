package dungeon.standalone.secure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.topics.Topics;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Why nothing of ours writes commands with a producer id: whoever may write to a topic may write there under the id of anybody. */
@Tag("broker")
@Timeout(120)
class ForgedProducerIdTest {
    private static final String TOPIC = Topics.COMMANDS.name();
    private static final String PLAYER = "00000000-0000-3000-8000-000000000001";

    @TempDir
    static Path folder;

    private static StrangersBroker broker;

    @BeforeAll
    static void start() throws Exception {
        broker = StrangersBroker.start(folder);
        broker.publishKeys();
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    /** If this fails, Kafka refuses it, and producers may have ids again. */
    @Test
    void whoeverHasAProducerIdLosesWhatWasConfirmed() throws Exception {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaProducer<byte[], byte[]> service = producer(broker.service(Service.INGEST), true);
                KafkaProducer<byte[], byte[]> player = producer(broker.player(PLAYER), true)) {
            write(service, partition, "first");
            write(player, new TopicPartition(TOPIC, 1), "anything");
            forge(player, idOf(service), partition, 1);
            write(player, partition, "forged");
            // The broker takes it for a repetition of what the player has written.
            write(service, partition, "second");
            write(service, partition, "third");
        }
        assertThat(log(partition)).containsExactly("first", "forged", "third");
    }

    @Test
    void whoeverHasNoneLosesNothing() throws Exception {
        TopicPartition partition = new TopicPartition(TOPIC, 2);
        try (KafkaProducer<byte[], byte[]> service = producer(broker.service(Service.INGEST), false);
                KafkaProducer<byte[], byte[]> player = producer(broker.player(PLAYER), true)) {
            write(service, partition, "first");
            write(player, partition, "forged");
            write(service, partition, "second");
            write(service, partition, "third");
        }
        assertThat(log(partition)).containsExactly("first", "forged", "second", "third");
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings, boolean withId) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("enable.idempotence", withId);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void write(KafkaProducer<byte[], byte[]> producer, TopicPartition partition, String text)
            throws Exception {
        producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), null, text.getBytes(UTF_8)))
                .get();
    }

    /** What a client made by hand would do: takes an id that it has guessed, which are small and in order, and where its owner is. */
    private static void forge(KafkaProducer<?, ?> producer, Object id, TopicPartition partition, int nextSequence)
            throws ReflectiveOperationException {
        Object manager = get(producer, "transactionManager");
        set(manager, "producerIdAndEpoch", id);
        Object partitions = get(manager, "txnPartitionMap");
        Method entryOf = partitions.getClass().getDeclaredMethod("getOrCreate", TopicPartition.class);
        entryOf.setAccessible(true);
        Object entry = entryOf.invoke(partitions, partition);
        set(entry, "producerIdAndEpoch", id);
        set(entry, "nextSequence", nextSequence);
    }

    private static Object idOf(KafkaProducer<?, ?> producer) throws ReflectiveOperationException {
        return get(get(producer, "transactionManager"), "producerIdAndEpoch");
    }

    private static Object get(Object owner, String name) throws ReflectiveOperationException {
        return field(owner, name).get(owner);
    }

    private static void set(Object owner, String name, Object value) throws ReflectiveOperationException {
        field(owner, name).set(owner, value);
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static List<String> log(TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                broker.service(Service.OPERATOR), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> texts = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(next -> texts.add(new String(next.value(), UTF_8)));
            }
            return texts;
        }
    }
}
