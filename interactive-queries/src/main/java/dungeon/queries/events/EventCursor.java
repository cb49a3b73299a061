package dungeon.queries.events;

import dungeon.schemas.Event;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the events of one game in their order. For one thread, but for {@link #wakeUp}. */
public final class EventCursor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventCursor.class);
    private static final String TOPIC = Topics.EVENTS.name();

    /** How much earlier than the game's creation the search begins, since clocks of brokers differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Deserializer<Event> deserializer;
    private final byte[] key;
    private final TopicPartition partition;
    private final long end;
    private final BiConsumer<Consumer<byte[], byte[]>, Boolean> release;
    private long next;
    private volatile boolean sound = true;
    private boolean found;
    private boolean fromBeginning;

    /**
     * Begins to read.
     *
     * @param release takes the consumer when the cursor is closed, and whether another one can use it
     */
    EventCursor(
            Consumer<byte[], byte[]> consumer,
            Deserializer<Event> deserializer,
            String gameId,
            long from,
            Instant createdAt,
            BiConsumer<Consumer<byte[], byte[]>, Boolean> release) {
        this.consumer = consumer;
        this.deserializer = deserializer;
        this.key = gameId.getBytes(StandardCharsets.UTF_8);
        this.next = from;
        this.release = release;
        int partitions = consumer.partitionsFor(TOPIC).size();
        this.partition = new TopicPartition(TOPIC, Utils.toPositive(Utils.murmur2(key)) % partitions);
        consumer.assign(List.of(partition));
        this.end = consumer.endOffsets(List.of(partition)).get(partition);
        seek(createdAt);
    }

    /** The next events, if there are any within a time. */
    public List<Event> poll(Duration timeout) {
        List<Event> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(timeout)) {
            Event event = Arrays.equals(key, record.key()) ? decode(record) : null;
            if (event == null || event.getSequence() <= 0) {
                continue;
            }
            if (!found && event.getSequence() > 1 && !fromBeginning) {
                // The search began too late, for whatever reason: the first events are missing.
                seek(null);
                return List.of();
            }
            found = true;
            if (event.getSequence() >= next) {
                events.add(event);
                next = event.getSequence() + 1;
            }
        }
        return events;
    }

    /** Whether all was read that was in the log when the cursor was opened. */
    public boolean isAtEnd() {
        return consumer.position(partition) >= end;
    }

    /** Whether any event of the game was seen, those before the first wanted one included. */
    public boolean hasFoundGame() {
        return found;
    }

    /** Makes {@link #poll} end with a {@link org.apache.kafka.common.errors.WakeupException}, from another thread. */
    public void wakeUp() {
        sound = false;
        consumer.wakeup();
    }

    @Override
    public void close() {
        release.accept(consumer, sound);
    }

    private ConsumerRecords<byte[], byte[]> records(Duration timeout) {
        try {
            return consumer.poll(timeout);
        } catch (KafkaException e) {
            sound = false;
            throw e;
        }
    }

    private void seek(Instant createdAt) {
        fromBeginning = createdAt == null;
        if (fromBeginning) {
            consumer.seekToBeginning(List.of(partition));
            return;
        }
        long since = createdAt.minus(MARGIN).toEpochMilli();
        OffsetAndTimestamp first =
                consumer.offsetsForTimes(Map.of(partition, since)).get(partition);
        if (first == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, first.offset());
        }
    }

    private Event decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return deserializer.deserialize(TOPIC, record.value());
        } catch (UndecodableException e) {
            LOG.debug("Left out a record from {} at {}", partition, record.offset(), e);
            return null;
        }
    }
}
