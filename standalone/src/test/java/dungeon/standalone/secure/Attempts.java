package dungeon.standalone.secure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a client can try with its settings; each throws what the brokers say.
 *
 * @param settings of the client
 */
record Attempts(Map<String, Object> settings) {
    /** Something to ask of an administrator's client. */
    interface Question {
        KafkaFuture<?> ask(Admin admin);
    }

    void read(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            consumer.poll(Duration.ofMillis(500));
        }
    }

    void write(String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            answer(producer.send(new ProducerRecord<>(topic, 0, new byte[1], new byte[1])));
        }
    }

    /** What a member of a group does that divides the reading. */
    void joinAndCommit(String group, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(Map.of("group.id", group))) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0)));
            consumer.unsubscribe();
            consumer.subscribe(List.of(topic));
            consumer.poll(Duration.ofMillis(500));
        }
    }

    void beginTransaction(String id) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", id))) {
            producer.initTransactions();
        }
    }

    void ask(Question question) throws Exception {
        try (Admin admin = Admin.create(settings)) {
            answer(question.ask(admin).toCompletionStage().toCompletableFuture());
        }
    }

    private static void answer(java.util.concurrent.Future<?> future) throws Exception {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
        return new KafkaConsumer<>(with(more), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        return new KafkaProducer<>(with(more), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
