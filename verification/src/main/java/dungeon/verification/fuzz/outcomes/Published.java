package dungeon.verification.fuzz.outcomes;

import dungeon.platform.envelope.EventFormat;
import dungeon.platform.streams.admission.CommandAdmission;
import dungeon.players.connection.Platform;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.topics.Envelopes;
import dungeon.schemas.topics.Topics;
import dungeon.verification.fuzz.cases.Findings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Follows the topics of events and of dead letters, read committed, and keeps of each event and dead letter what tells whose it is. */
final class Published implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long STOP_MAXIMUM_MS = 5_000;
    private static final List<String> TOPICS =
            List.of(Topics.EVENTS.name(), Topics.LOBBY_EVENTS.name(), Topics.DEAD_LETTERS.name());

    private final Findings findings;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<Event> events;
    private final Deserializer<LobbyEvent> lobbyEvents;
    private final Map<String, Told> toldByCommand = new ConcurrentHashMap<>();
    private final Map<Source, String> deadLetters = new ConcurrentHashMap<>();
    private final Map<String, Integer> namelessByAggregate = new ConcurrentHashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final AtomicLong settled = new AtomicLong();
    private final Thread thread = new Thread(this::follow, "fuzz-outcomes");
    private volatile boolean closed;

    /** Begins with the first event of all. */
    Published(Platform platform, Findings findings) {
        this.findings = findings;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        events = Topics.EVENTS.valueSerde(platform.clientConfig()).deserializer();
        lobbyEvents = Topics.LOBBY_EVENTS.valueSerde(platform.clientConfig()).deserializer();
        Set<TopicPartition> partitions = new HashSet<>();
        TOPICS.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        // What there is before the cases is read at once, so that what they cause can be told apart from it.
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            take();
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** How many records and commands have something to show for them, each counted once. */
    long settled() {
        return settled.get();
    }

    /** The reason of a record's dead letter; null if it is none. */
    String deadLetter(Source source) {
        return deadLetters.get(source);
    }

    /** What came of a command; null if nothing did. */
    Told told(String commandId) {
        return toldByCommand.get(commandId);
    }

    Map<String, Told> all() {
        return toldByCommand;
    }

    /** How many rejections without a command's id a game or a subject has. */
    int nameless(String aggregateId) {
        return namelessByAggregate.getOrDefault(aggregateId, 0);
    }

    private void follow() {
        try (consumer) {
            while (!closed) {
                take();
            }
        } catch (RuntimeException e) {
            findings.add("What came of the cases cannot be read: " + e);
            throw e;
        }
    }

    private void take() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.topic().equals(Topics.EVENTS.name())) {
                add(Envelopes.EVENTS, events.deserialize(record.topic(), record.value()), true);
            } else if (record.topic().equals(Topics.LOBBY_EVENTS.name())) {
                add(Envelopes.LOBBY_EVENTS, lobbyEvents.deserialize(record.topic(), record.value()), false);
            } else {
                bury(record);
            }
        }
    }

    private <E extends SpecificRecord> void add(EventFormat<E> format, E event, boolean isGame) {
        String aggregateId = format.aggregateId().apply(event);
        long sequence = format.sequence().applyAsLong(event);
        if (sequence > 0) {
            long expected = sequences.getOrDefault(aggregateId, 0L) + 1;
            if (sequence != expected) {
                findings.add("%s has event %d where %d is to come".formatted(aggregateId, sequence, expected));
            }
            sequences.put(aggregateId, sequence);
        }
        String commandId = format.commandId().apply(event);
        SpecificRecord payload = format.payloadOf(event);
        String code =
                payload instanceof CommandRejected rejected ? rejected.getCode().name() : null;
        if (commandId != null) {
            toldByCommand
                    .computeIfAbsent(commandId, id -> {
                        settled.incrementAndGet();
                        return new Told(aggregateId, isGame);
                    })
                    .add(payload.getSchema().getName(), code);
        } else if (code != null) {
            settled.incrementAndGet();
            namelessByAggregate.merge(aggregateId, 1, Integer::sum);
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record) {
        Source source = new Source(
                text(record, CommandAdmission.TOPIC_HEADER),
                Integer.parseInt(text(record, CommandAdmission.PARTITION_HEADER)),
                Long.parseLong(text(record, CommandAdmission.OFFSET_HEADER)));
        settled.incrementAndGet();
        if (deadLetters.put(source, text(record, CommandAdmission.REASON_HEADER).intern()) != null) {
            findings.add("%s is a dead letter twice".formatted(source));
        }
        record.headers().forEach(header -> {
            if (Topics.isAuthorization(header)) {
                findings.add("The dead letter of %s has the token".formatted(source));
            }
        });
    }

    /** The last one counts: whoever sent the record could name others before. */
    private static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(STOP_MAXIMUM_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
