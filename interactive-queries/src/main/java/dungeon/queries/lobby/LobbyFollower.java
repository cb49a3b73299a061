package dungeon.queries.lobby;

import dungeon.schemas.LobbyEvent;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
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
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MS = 1_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<LobbyEvent> deserializer;
    private final LobbyView view;
    private final Thread thread = new Thread(this::run, "lobby-follower");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile String problem = "The lobby is being read";

    /**
     * Prepares to follow.
     *
     * @param consumers makes a consumer of bytes that reads what is committed
     */
    public LobbyFollower(
            Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<LobbyEvent> deserializer, LobbyView view) {
        this.consumers = consumers;
        this.deserializer = deserializer;
        this.view = view;
        this.thread.setDaemon(true);
    }

    /** Prepares to follow the lobby of a broker. */
    public static LobbyFollower of(
            Map<String, Object> clientSettings, Deserializer<LobbyEvent> deserializer, LobbyView view) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-lobby-follower");
        return new LobbyFollower(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                deserializer,
                view);
    }

    public void start() {
        thread.start();
    }

    /** Why the view does not contain all that had happened in the lobby at the start; empty if it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (Consumer<byte[], byte[]> fresh = consumers.get()) {
                consumer = fresh;
                follow(fresh);
            } catch (WakeupException e) {
                LOG.debug("Woken to close", e);
            } catch (KafkaException | LobbyNotThereException e) {
                // A fold that begins anew leaves out what is contained already, so nothing has to be remembered.
                LOG.warn("The lobby cannot be read, trying again: {}", e.toString());
                if (problem != null) {
                    problem = "The lobby cannot be read: " + e.getMessage();
                }
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> from) {
        List<TopicPartition> partitions = from.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new LobbyNotThereException("The topic %s does not exist yet".formatted(TOPIC));
        }
        from.assign(partitions);
        from.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = from.endOffsets(partitions);
        boolean complete = false;
        while (closing.getCount() > 0) {
            if (!complete
                    && partitions.stream().allMatch(partition -> from.position(partition) >= ends.get(partition))) {
                complete = true;
                problem = null;
            }
            for (ConsumerRecord<byte[], byte[]> record : from.poll(POLL)) {
                fold(record);
            }
        }
    }

    private void fold(ConsumerRecord<byte[], byte[]> record) {
        try {
            LobbyEvent event = deserializer.deserialize(TOPIC, record.value());
            if (event != null) {
                view.fold(event);
            }
        } catch (UndecodableException e) {
            leftOut(record, e);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            // An event that does not fit, since one before it was left out.
            leftOut(record, e);
        }
    }

    private static void leftOut(ConsumerRecord<byte[], byte[]> record, RuntimeException e) {
        LOG.error("Left out a record from {}-{} at {}", TOPIC, record.partition(), record.offset(), e);
    }

    private void pause() {
        try {
            boolean closed = closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
            LOG.trace("Paused; closing: {}", closed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class LobbyNotThereException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LobbyNotThereException(String message) {
            super(message);
        }
    }
}
