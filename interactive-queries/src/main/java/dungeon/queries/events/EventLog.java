package dungeon.queries.events;

import dungeon.schemas.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The log of all games' events, from which any instance lists those of a game. */
public final class EventLog {
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<Event> deserializer;

    /**
     * Prepares to read.
     *
     * @param consumers makes a consumer of bytes that reads what is committed
     * @param deserializer reads the events; used by several threads
     */
    public EventLog(Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<Event> deserializer) {
        this.consumers = consumers;
        this.deserializer = deserializer;
    }

    /** The log of a broker. */
    public static EventLog of(Map<String, Object> clientSettings, Deserializer<Event> deserializer) {
        Map<String, Object> settings = settings(clientSettings);
        return new EventLog(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                deserializer);
    }

    /**
     * Begins to read a game's events.
     *
     * @param from the first event that is wanted
     * @param createdAt when the game was created, so that the log is not searched from its very beginning; null if that
     *     is not known
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    public EventCursor open(String gameId, long from, Instant createdAt) {
        Consumer<byte[], byte[]> consumer = consumers.get();
        try {
            return new EventCursor(consumer, deserializer, gameId, from, createdAt);
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        // An event of a transaction that is aborted has never happened.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-event-log");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Who asks would rather have an error than wait for a broker that is away.
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // Bounds the memory of a reader whose client is slow.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
        return settings;
    }
}
