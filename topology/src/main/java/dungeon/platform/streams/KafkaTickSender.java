package dungeon.platform.streams;

import dungeon.platform.envelope.CommandFormat;
import dungeon.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends ticks with a producer of its own, outside of transactions: inside one, a tick would hold up all readers of its
 * partition until the transaction's end. One for all contexts of an application.
 */
public final class KafkaTickSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTickSender.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration METADATA_KEPT = Duration.ofDays(10 * 365);
    private static final Duration METADATA_AGE_MAXIMUM = Duration.ofSeconds(30);

    /** How long the start waits for the partitions; the brokers have answered just before. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final Duration WARM_UP_PAUSE = Duration.ofMillis(20);

    private final Map<String, Object> clientConfig;
    private final Producer<String, byte[]> producer;

    /**
     * @param clientConfig the settings of Kafka clients and of the serde, such as bootstrap.servers
     */
    public KafkaTickSender(Map<String, Object> clientConfig) {
        this.clientConfig = clientConfig;
        producer = new KafkaProducer<>(producerConfig(clientConfig), new StringSerializer(), new ByteArraySerializer());
    }

    static Map<String, Object> producerConfig(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, "dungeon-ticks");
        // The stream thread sends, and it must never wait; a tick that cannot be sent now is sent again soon.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        // A tick that is late is worth nothing, and the next one is on its way.
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.ACKS_CONFIG, "1");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        // Who never waits loses whatever is sent before the partitions are known, and they are forgotten when nothing
        // is
        // sent for five minutes. So they are kept, and looked at anew in the background.
        config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, METADATA_KEPT.toMillis());
        config.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MAXIMUM.toMillis());
        return config;
    }

    /** Where the ticks of a context go; nowhere for one without timers. Returns when the first one can be sent without waiting. */
    public <C extends SpecificRecord> TickSender to(Topic<C> commands, CommandFormat<C> format) {
        if (format.tick() == null) {
            return (aggregateId, trace) -> {
                throw new IllegalStateException("A context without ticks has a timer, of " + aggregateId);
            };
        }
        Serializer<C> serializer = commands.valueSerde(clientConfig).serializer();
        // The first record of a serializer asks the registry for an id, and the stream thread must not wait for that.
        serializer.serialize(commands.name(), tick(format, ""));
        warmUp(commands.name());
        return (aggregateId, trace) -> {
            byte[] tick = serializer.serialize(commands.name(), tick(format, aggregateId));
            send(new ProducerRecord<>(commands.name(), null, aggregateId, tick, trace));
        };
    }

    private void warmUp(String topic) {
        long deadlineNanos = System.nanoTime() + WARM_UP.toNanos();
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (KafkaException e) {
                if (System.nanoTime() > deadlineNanos) {
                    LOG.warn("The partitions of {} are not known yet; ticks may be late at first", topic, e);
                    return;
                }
            }
            try {
                Thread.sleep(WARM_UP_PAUSE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    // The call-back hears of the outcome.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ProducerRecord<String, byte[]> tick) {
        try {
            producer.send(tick, (metadata, failure) -> {
                if (failure != null) {
                    LOG.debug("A tick for {} was lost; another one follows", tick.key(), failure);
                }
            });
        } catch (KafkaException e) {
            LOG.debug("A tick for {} could not be sent; another one follows", tick.key(), e);
        }
    }

    private static <C extends SpecificRecord> C tick(CommandFormat<C> format, String aggregateId) {
        return format.tick().create(UUID.randomUUID().toString(), Instant.now(), aggregateId);
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
