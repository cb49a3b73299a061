package dungeon.topology.game;

import dungeon.schemas.Command;
import dungeon.schemas.Tick;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends ticks with a producer of its own, outside of transactions: inside one, a tick would hold up all readers of its
 * partition until the transaction's end.
 */
public final class KafkaTickSender implements TickSender, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTickSender.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Producer<String, Command> producer;

    /**
     * @param clientConfig the settings of Kafka clients and of the serde, such as bootstrap.servers
     */
    public KafkaTickSender(Map<String, Object> clientConfig) {
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
        Serializer<Command> serializer =
                Topics.COMMANDS.valueSerde(clientConfig).serializer();
        // The first record of a serializer asks the registry for an id, and the stream thread must not wait for that.
        serializer.serialize(Topics.COMMANDS.name(), tick(""));
        producer = new KafkaProducer<>(config, Topics.COMMANDS.keySerde().serializer(), serializer);
    }

    // The call-back hears of the outcome.
    @SuppressWarnings("FutureReturnValueIgnored")
    @Override
    public void send(String gameId) {
        try {
            producer.send(new ProducerRecord<>(Topics.COMMANDS.name(), gameId, tick(gameId)), (metadata, failure) -> {
                if (failure != null) {
                    LOG.debug("A tick for game {} was lost; another one follows", gameId, failure);
                }
            });
        } catch (KafkaException e) {
            LOG.debug("A tick for game {} could not be sent; another one follows", gameId, e);
        }
    }

    private static Command tick(String gameId) {
        return new Command(UUID.randomUUID().toString(), Instant.now(), gameId, null, new Tick());
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
