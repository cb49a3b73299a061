package dungeon.queries.events;

import dungeon.platform.log.LogReader;
import dungeon.platform.log.LogTailer;
import dungeon.platform.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one reader of an instance: puts every new event into its game's ring, and tells those who follow the game. */
final class EventHub<E extends SpecificRecord> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);
    private static final Duration BROKER_TIMEOUT = Duration.ofSeconds(3);
    /** Nobody's readiness depends on whether the broker of a silent log is still there. */
    private static final Duration IDLE_CHECK = Duration.ofSeconds(30);

    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    /** So often it is looked whether the rings are too large; they can exceed their limit by so many events. */
    private static final int ADDED_BETWEEN_LOOKS = 1_000;

    private final Rings rings;
    private final EventDecoder<E> decoder;
    private final FeedTraces traces;
    private final LogTailer<byte[]> tailer;
    private final Map<Integer, Long> takenTo = new ConcurrentHashMap<>();
    private final List<EventTap<E>> taps = new CopyOnWriteArrayList<>();
    private volatile int partitions;

    EventHub(
            String context,
            String brokers,
            Supplier<Consumer<byte[], byte[]>> consumers,
            EventDecoder<E> decoder,
            Rings rings,
            FeedTraces traces) {
        this.decoder = decoder;
        this.traces = traces;
        this.rings = rings;
        this.tailer = new LogTailer<>(
                new LogTailer.Config(
                        "event-hub-" + context,
                        brokers,
                        Set.of(decoder.topic()),
                        Set.of(),
                        Map.of(),
                        BROKER_TIMEOUT,
                        IDLE_CHECK,
                        RETRY_PAUSE),
                consumers,
                new Taking());
    }

    /** Has somebody told of what is taken, before it starts. */
    void tap(EventTap<E> tap) {
        taps.add(tap);
    }

    void start() {
        tailer.start();
    }

    /** How many partitions the topic has; 0 as long as that is not known. */
    int partitions() {
        return partitions;
    }

    /** The place in the log before which all events of a partition were added; empty as long as nothing is read. */
    OptionalLong takenTo(int partition) {
        Long offset = takenTo.get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    @Override
    public void close() {
        tailer.close();
    }

    private final class Taking implements LogReader<byte[]> {
        private int added;

        /** The past is read when somebody asks for it. */
        @Override
        public Map<TopicPartition, Long> begin(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
            Map<Integer, Long> begins = new HashMap<>();
            ends.forEach((partition, end) -> begins.put(partition.partition(), end));
            taps.forEach(tap -> tap.begins(begins));
            takenTo.putAll(begins);
            partitions = takenTo.size();
            return ends;
        }

        @Override
        public void take(ConsumerRecord<byte[], byte[]> next) {
            E event = decoder.decode(next).orElse(null);
            GameRing ring = event == null ? null : add(event, next);
            takenTo.put(next.partition(), next.offset() + 1);
            if (ring != null) {
                tell(event, next);
                rings.eventAdded(ring);
                added++;
            }
            if (added >= ADDED_BETWEEN_LOOKS) {
                added = 0;
                rings.makeRoom();
            }
        }

        private GameRing add(E event, ConsumerRecord<byte[], byte[]> from) {
            FeedEvent kept = decoder.of(event, from);
            traces.taken(kept, from);
            return rings.add(new String(from.key(), StandardCharsets.UTF_8), kept);
        }

        /** What one of those who are told does wrong is not to be read again, nor to stop the others. */
        private void tell(E event, ConsumerRecord<byte[], byte[]> place) {
            for (EventTap<E> tap : taps) {
                try {
                    tap.taken(event, place.partition(), place.offset());
                } catch (RuntimeException e) {
                    LOG.error(
                            "An event of {}-{} at {} was not told on",
                            place.topic(),
                            place.partition(),
                            place.offset(),
                            e);
                }
            }
        }

        @Override
        public void isUpToDate() {
            // Followers are not told; what comes is what tells them.
        }

        @Override
        public void isObstructed(ProblemCode code, String detail) {
            // The tailer has logged it. Followers wait as in a silent game, and miss nothing.
        }
    }
}
