package dungeon.queries.lobby;

import dungeon.platform.log.LogReader;
import dungeon.platform.log.LogTailer;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link LobbyView} up to date. Reads the lobby's events from the beginning at each start, which is quick because the
 * lobby is small, and needs no files. It is no global store of Kafka Streams, since the failure of that thread, on a registry
 * that is away for example, would end the whole application instead of being tried again.
 */
public final class LobbyFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LobbyFollower.class);
    private static final String TOPIC = Topics.LOBBY_EVENTS.name();
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(3);
    /** The lobby is often silent for longer, and nobody's readiness depends on it once it was read. */
    private static final Duration IDLE_CHECK = Duration.ofSeconds(30);

    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final Deserializer<LobbyEvent> deserializer;
    private final LobbyView view;
    private final LogTailer<byte[]> tailer;
    private volatile String problem = "The lobby is being read";

    /**
     * Prepares to follow.
     *
     * @param brokers for people
     * @param consumers makes a consumer of bytes that reads what is committed
     */
    public LobbyFollower(
            String brokers,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<LobbyEvent> deserializer,
            LobbyView view) {
        this.deserializer = deserializer;
        this.view = view;
        this.tailer = new LogTailer<>(
                new LogTailer.Config(
                        "lobby-follower", brokers, Set.of(TOPIC), Set.of(), BROKER_TIMEOUT, IDLE_CHECK, RETRY_PAUSE),
                consumers,
                new Fold());
    }

    /** Prepares to follow the lobby of a broker. */
    public static LobbyFollower of(
            Map<String, Object> clientSettings, Deserializer<LobbyEvent> deserializer, LobbyView view) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-lobby-follower");
        return new LobbyFollower(
                String.valueOf(settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)),
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                deserializer,
                view);
    }

    public void start() {
        tailer.start();
    }

    /** Why the view does not contain all that had happened in the lobby at the start; empty if it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        tailer.close();
    }

    private final class Fold implements LogReader<byte[]> {
        @Override
        public Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            return consumer.beginningOffsets(ends.keySet(), BROKER_TIMEOUT);
        }

        @Override
        public void take(ConsumerRecord<byte[], byte[]> next) {
            try {
                LobbyEvent event = deserializer.deserialize(TOPIC, next.value());
                if (event != null) {
                    view.fold(event);
                }
            } catch (UndecodableException e) {
                leftOut(next, e);
            } catch (KafkaException e) {
                throw e;
            } catch (RuntimeException e) {
                // An event that does not fit, since one before it was left out.
                leftOut(next, e);
            }
        }

        private void leftOut(ConsumerRecord<byte[], byte[]> next, RuntimeException e) {
            LOG.error("Left out a record from {}-{} at {}", TOPIC, next.partition(), next.offset(), e);
        }

        @Override
        public void isUpToDate() {
            problem = null;
        }

        @Override
        public void isObstructed(ProblemCode code, String detail) {
            // What was complete once still is all that had happened at the start.
            if (problem != null) {
                problem = "The lobby cannot be read: " + detail;
            }
        }
    }
}
