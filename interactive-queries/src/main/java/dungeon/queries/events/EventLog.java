package dungeon.queries.events;

import dungeon.schemas.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** The log of all games' events, from which any instance lists those of a game. */
public final class EventLog implements AutoCloseable {
    /** There is no group to leave, so nothing is lost. */
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);

    /** A consumer that is kept for the next reader saves it connecting, and the half second that closing one takes. */
    private static final int IDLE_MAXIMUM = 8;

    /**
     * How long the broker keeps a request that finds nothing. A list ends there, and on the same connection nothing else is
     * answered meanwhile; whoever follows has nothing else to ask, and gets what comes at once all the same.
     */
    private static final int LISTING_WAIT_MS = 10;

    private static final int FOLLOWING_WAIT_MS = 500;

    private final IntFunction<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<Event> deserializer;
    private final Deque<Consumer<byte[], byte[]>> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Prepares to read.
     *
     * @param consumers makes a consumer of bytes that reads what is committed, with a {@code fetch.max.wait.ms}
     * @param deserializer reads the events; used by several threads
     */
    public EventLog(IntFunction<Consumer<byte[], byte[]>> consumers, Deserializer<Event> deserializer) {
        this.consumers = consumers;
        this.deserializer = deserializer;
    }

    /** The log of a broker. */
    public static EventLog of(Map<String, Object> clientSettings, Deserializer<Event> deserializer) {
        return new EventLog(
                fetchWaitMs -> new KafkaConsumer<>(
                        settings(clientSettings, fetchWaitMs),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                deserializer);
    }

    /**
     * Begins to list a game's events up to now.
     *
     * @param from the first event that is wanted
     * @param createdAt when the game was created, so that the log is not searched from its very beginning; null if that
     *     is not known
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    public EventCursor list(String gameId, long from, Instant createdAt) {
        return open(borrow(), gameId, from, createdAt, this::giveBack);
    }

    /** Begins to follow a game's events, as they come; otherwise like {@link #list}. */
    public EventCursor follow(String gameId, long from, Instant createdAt) {
        return open(
                consumers.apply(FOLLOWING_WAIT_MS),
                gameId,
                from,
                createdAt,
                (consumer, sound) -> consumer.close(AT_ONCE));
    }

    private EventCursor open(
            Consumer<byte[], byte[]> consumer,
            String gameId,
            long from,
            Instant createdAt,
            BiConsumer<Consumer<byte[], byte[]>, Boolean> release) {
        try {
            return new EventCursor(consumer, deserializer, gameId, from, createdAt, release);
        } catch (RuntimeException e) {
            consumer.close(AT_ONCE);
            throw e;
        }
    }

    /** Whoever reads still is to be ended before. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(consumer -> consumer.close(AT_ONCE));
        idle.clear();
    }

    private Consumer<byte[], byte[]> borrow() {
        synchronized (this) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return consumers.apply(LISTING_WAIT_MS);
    }

    private void giveBack(Consumer<byte[], byte[]> consumer, boolean sound) {
        if (sound) {
            consumer.assign(List.of());
            synchronized (this) {
                if (!closed && idle.size() < IDLE_MAXIMUM) {
                    idle.push(consumer);
                    return;
                }
            }
        }
        consumer.close(AT_ONCE);
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings, int fetchWaitMs) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        // An event of a transaction that is aborted has never happened.
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-event-log");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, fetchWaitMs);
        // Who asks would rather have an error than wait for a broker that is away.
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // Bounds the memory of a reader whose client is slow.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1024 * 1024);
        return settings;
    }
}
