package dungeon.ingest.commands;

import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.serde.RegistryUnavailableException;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import io.micrometer.core.instrument.Counter;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all committed events: those of the lobby from the beginning, those of the games from so far back that every
 * running practice game is known. It decides whether the application is ready, because it is what notices first when
 * the brokers or the registry are away, and it goes on where it stopped when they are back.
 */
final class EventConsumer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** Clocks of brokers and instances differ, and a game's end comes a little after its time is up. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final List<Topic<?>> NEEDED =
            List.of(Topics.COMMANDS, Topics.EVENTS, Topics.LOBBY_COMMANDS, Topics.LOBBY_EVENTS);

    private final IngestConfig config;
    private final KafkaClients clients;
    private final CommandRecords commandRecords;
    private final Readiness readiness;
    private final Consumer<CommittedEvent> sink;
    private final Deserializer<Event> events;
    private final Deserializer<LobbyEvent> lobbyEvents;
    private final Counter skipped;
    private final Clock clock;
    private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;

    /**
     * @param registrySettings for decoding
     * @param sink gets every event in the order of its partition, on this thread
     * @param skipped counts records that could not be decoded
     */
    EventConsumer(
            IngestConfig config,
            KafkaClients clients,
            CommandRecords commandRecords,
            Readiness readiness,
            Map<String, ?> registrySettings,
            Consumer<CommittedEvent> sink,
            Counter skipped,
            Clock clock) {
        this.config = config;
        this.clients = clients;
        this.commandRecords = commandRecords;
        this.readiness = readiness;
        this.sink = sink;
        this.events = Topics.EVENTS.valueSerde(registrySettings).deserializer();
        this.lobbyEvents = Topics.LOBBY_EVENTS.valueSerde(registrySettings).deserializer();
        this.skipped = skipped;
        this.clock = clock;
    }

    @Override
    public void run() {
        while (!isClosing()) {
            try {
                consumer = clients.newConsumer();
                if (!isClosing()) {
                    follow();
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The follower was told to stop");
            } catch (RuntimeException e) {
                LOG.error("The follower of the events failed and begins anew where it stopped", e);
                readiness.isNotReady(Problems.BROKER_UNAVAILABLE, "The events cannot be read: " + messageOf(e));
                pause();
            } finally {
                closeConsumer();
            }
        }
        readiness.isNotReady("STOPPING", "The application is stopping");
    }

    /** Makes {@link #run} return soon. */
    void close() {
        closing.countDown();
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
    }

    private void closeConsumer() {
        var current = consumer;
        consumer = null;
        if (current != null) {
            current.close(CloseOptions.timeout(config.brokerTimeout()));
        }
    }

    private static String messageOf(RuntimeException e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + ": " + e.getCause().getMessage();
    }

    private void follow() {
        List<TopicPartition> partitions = awaitTopics();
        awaitRegistry();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, config.brokerTimeout());
        seek(partitions, ends);
        readiness.isNotReady("STARTING", "The events so far are being read");
        boolean caughtUp = false;
        long lastContactNanos = System.nanoTime();
        while (!isClosing()) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> next : records) {
                take(next);
            }
            if (!caughtUp && ends.entrySet().stream().allMatch(this::isReached)) {
                caughtUp = true;
                LOG.info("Ready: {} partitions are followed", partitions.size());
            }
            if (!records.isEmpty()) {
                lastContactNanos = System.nanoTime();
            } else if (System.nanoTime() - lastContactNanos > config.idleCheck().toNanos()) {
                // A consumer does not tell silence from brokers that are away.
                awaitTopics();
                lastContactNanos = System.nanoTime();
            }
            if (caughtUp) {
                // What stood in the way meanwhile is over, or this line would not be reached.
                readiness.isReady();
            }
        }
    }

    /** All partitions to read, as soon as the brokers answer and have the topics. */
    private List<TopicPartition> awaitTopics() {
        while (true) {
            try {
                Map<String, List<PartitionInfo>> topics = consumer.listTopics(config.brokerTimeout());
                List<String> missing = NEEDED.stream()
                        .map(Topic::name)
                        .filter(name -> !topics.containsKey(name))
                        .toList();
                if (missing.isEmpty()) {
                    return topics.entrySet().stream()
                            .filter(topic -> topic.getKey().equals(Topics.EVENTS.name())
                                    || topic.getKey().equals(Topics.LOBBY_EVENTS.name()))
                            .flatMap(topic -> topic.getValue().stream())
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
                }
                obstructed("TOPICS_MISSING", "The topics %s do not exist yet".formatted(missing));
            } catch (TimeoutException e) {
                LOG.debug("The brokers did not list their topics in time", e);
                obstructed(
                        Problems.BROKER_UNAVAILABLE,
                        "The Kafka brokers at %s do not answer".formatted(config.bootstrapServers()));
            }
        }
    }

    private void awaitRegistry() {
        while (true) {
            try {
                commandRecords.registerSchemas();
                return;
            } catch (RegistryUnavailableException | SerializationException e) {
                obstructed("REGISTRY_UNAVAILABLE", e.getMessage());
            }
        }
    }

    private void seek(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        long since = clock.instant()
                .minus(config.practiceDurationMaximum())
                .minus(MARGIN)
                .toEpochMilli();
        // The ends were asked for before, so that an event that comes in between is not passed over.
        Map<TopicPartition, OffsetAndTimestamp> recent = consumer.offsetsForTimes(
                partitions.stream()
                        .filter(partition -> partition.topic().equals(Topics.EVENTS.name()))
                        .collect(Collectors.toMap(Function.identity(), partition -> since)),
                config.brokerTimeout());
        for (TopicPartition partition : partitions) {
            Long known = nextOffsets.get(partition);
            if (known != null) {
                consumer.seek(partition, known);
            } else if (partition.topic().equals(Topics.LOBBY_EVENTS.name())) {
                consumer.seek(partition, 0L);
            } else {
                OffsetAndTimestamp first = recent.get(partition);
                consumer.seek(partition, first == null ? ends.get(partition) : Long.valueOf(first.offset()));
            }
        }
    }

    private boolean isReached(Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey(), config.brokerTimeout()) >= end.getValue();
    }

    private void take(ConsumerRecord<String, byte[]> next) {
        while (!isClosing()) {
            try {
                CommittedEvent event = decode(next);
                if (event != null) {
                    sink.accept(event);
                }
                break;
            } catch (UndecodableException e) {
                skip(next, e.getMessage());
                break;
            } catch (RegistryUnavailableException | SerializationException e) {
                // The record may well be good, so it is not given up.
                obstructed("REGISTRY_UNAVAILABLE", e.getMessage());
            }
        }
        nextOffsets.put(new TopicPartition(next.topic(), next.partition()), next.offset() + 1);
    }

    private CommittedEvent decode(ConsumerRecord<String, byte[]> next) {
        if (next.value() == null) {
            skip(next, "it has no value");
            return null;
        }
        return next.topic().equals(Topics.EVENTS.name())
                ? CommittedEvent.of(events.deserialize(next.topic(), next.value()))
                : CommittedEvent.of(lobbyEvents.deserialize(next.topic(), next.value()));
    }

    private void skip(ConsumerRecord<String, byte[]> record, String reason) {
        skipped.increment();
        LOG.warn("Skipped {}-{} offset {}: {}", record.topic(), record.partition(), record.offset(), reason);
    }

    private void obstructed(String code, String detail) {
        Readiness.Obstacle before = readiness.obstacle();
        readiness.isNotReady(code, detail);
        if (before == null || !before.code().equals(code)) {
            LOG.warn("Not ready: {}", detail);
        }
        pause();
        if (isClosing()) {
            throw new WakeupException();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            if (closing.await(config.retryPause().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Not trying again, because the application stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
