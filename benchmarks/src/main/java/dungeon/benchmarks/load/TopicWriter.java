package dungeon.benchmarks.load;

import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes commands to their topic, as players do who speak to Kafka.
 *
 * @param <C> the type of the commands
 */
public final class TopicWriter<C extends SpecificRecord> implements AutoCloseable {
    /** Whoever sends one after the other wants it there soon; whoever sends many sends them together. */
    private static final int LINGER_MS = 1;

    private static final int BATCH_BYTES = 64 * 1024;

    private final Topic<C> topic;
    private final KafkaProducer<String, C> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public TopicWriter(Topic<C> topic, Map<String, Object> clientConfig) {
        this.topic = topic;
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        producer = new KafkaProducer<>(
                config, new StringSerializer(), topic.valueSerde(clientConfig).serializer());
    }

    /**
     * Sends a command.
     *
     * @param key of which aggregate
     * @param authorization the value of the header that goes with it
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The call-back hears of the outcome, and flush throws it.
    public void send(String key, C command, byte[] authorization) {
        ProducerRecord<String, C> message = new ProducerRecord<>(topic.name(), key, command);
        message.headers().add(Topics.AUTHORIZATION_HEADER, authorization);
        producer.send(message, (metadata, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
    }

    /**
     * Waits until all are written.
     *
     * @throws IllegalStateException if one could not be
     */
    public void flush() {
        producer.flush();
        if (failure.get() != null) {
            throw new IllegalStateException("A command could not be written: " + failure.get(), failure.get());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
