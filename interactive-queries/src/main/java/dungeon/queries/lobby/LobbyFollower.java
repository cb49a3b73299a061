package dungeon.queries.lobby;

import dungeon.platform.log.LogReader;
import dungeon.platform.log.LogTailer;
import dungeon.platform.problem.ProblemCode;
import dungeon.queries.positions.ReadPositions;
import dungeon.queries.views.CatchUp;
import dungeon.queries.views.NotAvailableException;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a {@link LobbyView} up to date, and goes on after a restart where the view ends. It is no global store of Kafka Streams, since
 * the failure of that thread, on a registry that is away for example, would end the whole application instead of being tried again.
 */
public final class LobbyFollower implements LobbySource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LobbyFollower.class);
    private static final String TOPIC = Topics.LOBBY_EVENTS.name();
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(3);
    /** The lobby is often silent for longer, and nobody's readiness depends on it once it was read. */
    private static final Duration IDLE_CHECK = Duration.ofSeconds(30);

    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final Deserializer<LobbyEvent> deserializer;
    private final Path folder;
    private final LobbyLog log;
    private final ReadPositions positions = new ReadPositions();
    private final CatchUp catchUp;
    private final LogTailer<byte[]> tailer;
    private volatile LobbyView view;
    private volatile String problem = "The lobby is being read";

    /**
     * Prepares to follow.
     *
     * @param brokers for people
     * @param log what the brokers tell of the log
     * @param consumers makes a consumer of bytes that reads what is committed
     * @param folder of the view
     */
    public LobbyFollower(
            String brokers,
            LobbyLog log,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<LobbyEvent> deserializer,
            Path folder) {
        this.deserializer = deserializer;
        this.folder = folder;
        this.log = log;
        this.catchUp = new CatchUp(log::ends, positions);
        this.tailer = new LogTailer<>(
                new LogTailer.Config(
                        "lobby-follower",
                        brokers,
                        Set.of(TOPIC),
                        Set.of(),
                        Map.of(),
                        BROKER_TIMEOUT,
                        IDLE_CHECK,
                        RETRY_PAUSE),
                consumers,
                new Fold());
    }

    /** Prepares to follow the lobby of a broker. */
    public static LobbyFollower of(
            Map<String, Object> clientSettings, Deserializer<LobbyEvent> deserializer, Path folder) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Should the log end before the view, all of it is folded again, which changes nothing.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-lobby-follower");
        return new LobbyFollower(
                String.valueOf(settings.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG)),
                new BrokersLobbyLog(clientSettings, BROKER_TIMEOUT),
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                deserializer,
                folder);
    }

    public void start() {
        tailer.start();
    }

    @Override
    public LobbyView view() {
        LobbyView current = view;
        if (current == null) {
            throw new NotAvailableException(problem);
        }
        return current;
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public CompletableFuture<Void> upToNow(Duration timeout) {
        return catchUp.upToNow(timeout);
    }

    @Override
    public void close() {
        tailer.close();
        log.close();
        LobbyView current = view;
        // A thread that does not stop may still write, and RocksDB cannot be closed under it.
        if (current != null && !tailer.isRunning()) {
            current.close();
        }
    }

    private final class Fold implements LogReader<byte[]> {
        @Override
        public void prepare() {
            if (view == null) {
                view = LobbyView.open(folder, log.id());
            }
        }

        @Override
        public Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            Map<TopicPartition, Long> begin = new HashMap<>(consumer.beginningOffsets(ends.keySet(), BROKER_TIMEOUT));
            List<Integer> partitions =
                    ends.keySet().stream().map(TopicPartition::partition).toList();
            view.positions(partitions)
                    .forEach((partition, position) -> begin.put(new TopicPartition(TOPIC, partition), position));
            return begin;
        }

        @Override
        public void take(ConsumerRecord<byte[], byte[]> next) {
            LobbyEvent event = null;
            try {
                event = deserializer.deserialize(TOPIC, next.value());
            } catch (UndecodableException e) {
                LOG.error("Left out a record from {}-{} at {}", TOPIC, next.partition(), next.offset(), e);
            }
            if (event == null) {
                view.skip(next.partition(), next.offset());
            } else {
                view.fold(event, next.partition(), next.offset());
            }
        }

        @Override
        public void hasPassed(Map<TopicPartition, Long> nextOffsets) {
            nextOffsets.forEach((partition, next) -> positions.set(partition.partition(), next));
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
