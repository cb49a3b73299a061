package dungeon.queries.gamelog;

import dungeon.platform.core.Principal;
import dungeon.platform.envelope.PrincipalKind;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.schemas.Command;
import dungeon.schemas.EndOfLog;
import dungeon.schemas.Event;
import dungeon.schemas.GameCreated;
import dungeon.schemas.GamePurged;
import dungeon.schemas.LogEntry;
import dungeon.schemas.LoggedCommand;
import dungeon.schemas.Sender;
import dungeon.schemas.Tick;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the log of one game from the topics, record by record, whatever else is there: its events, and its commands from the one that
 * created it to the one that it was purged with, and perhaps some that came too late. Commands have the seed of their game, so nobody may see those of a game that goes on.
 */
public final class GameLogReader {
    private static final Logger LOG = LoggerFactory.getLogger(GameLogReader.class);
    /** How much earlier than the game's creation the search begins, since clocks of brokers differ. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /**
     * A game is purged by the first command after its time, or after much work by one of the ticks that follow closely; whatever else
     * comes for it is refused, and does no harm in the log.
     */
    private static final Duration QUIET = Duration.ofHours(1);

    private static final Duration POLL = Duration.ofMillis(500);
    /** A topic's part of a long game, on a busy broker, and no more than somebody waits for a file. */
    private static final Duration READ_MAXIMUM = Duration.ofMinutes(5);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<Event> events;
    private final Deserializer<Command> commands;
    private final Supplier<TokenVerifier> verifiers;

    /**
     * Prepares to read.
     *
     * @param consumers makes a consumer without a group that reads what is committed and may read the commands
     * @param verifiers makes a judge of tokens
     */
    public GameLogReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<Event> events,
            Deserializer<Command> commands,
            Supplier<TokenVerifier> verifiers) {
        this.consumers = consumers;
        this.events = events;
        this.commands = commands;
        this.verifiers = verifiers;
    }

    /** Prepares to read the topics of a broker, with the settings of a principal who may read the commands. */
    public static GameLogReader of(Map<String, Object> clientSettings, Supplier<TokenVerifier> verifiers) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "dungeon-game-log");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new GameLogReader(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                Topics.EVENTS.valueSerde(clientSettings).deserializer(),
                Topics.COMMANDS.valueSerde(clientSettings).deserializer(),
                verifiers);
    }

    /**
     * Reads the log up to now; nothing is given of a game that there are no events of, but the end. There are no commands in it if not
     * all of them are kept any more.
     *
     * @param createdAt when the game was created; null if that is not known, and then all events of its partition are looked through
     * @param entries takes the entries: the events, the commands, the end
     * @throws KafkaException if the brokers do not answer, or not in time
     */
    public void read(String gameId, Instant createdAt, java.util.function.Consumer<LogEntry> entries) {
        Reading reading = new Reading(gameId, entries);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            reading.scan(consumer, Topics.EVENTS, createdAt, reading::event);
            if (reading.createdBy != null) {
                reading.scan(consumer, Topics.COMMANDS, reading.createdAt, reading::command);
            }
        }
        entries.accept(new LogEntry(new EndOfLog(reading.eventCount, reading.commandCount)));
    }

    private final class Reading {
        private final byte[] key;
        private final String gameId;
        private final java.util.function.Consumer<LogEntry> entries;
        private final TokenVerifier verifier = verifiers.get();
        /** The commands that have events. */
        private final Set<String> answered = new HashSet<>();

        private String createdBy;
        private Instant createdAt;
        private Instant purgedAt;
        /** The last command that can be the one with which the game was purged; {@link Long#MAX_VALUE} halved for none. */
        private long lastOwnMs = Long.MAX_VALUE / 2;

        private long eventCount;
        private long commandCount;

        Reading(String gameId, java.util.function.Consumer<LogEntry> entries) {
            this.gameId = gameId;
            this.key = gameId.getBytes(StandardCharsets.UTF_8);
            this.entries = entries;
        }

        /** Goes through the records of the game's partition until one says that it was the last. */
        void scan(
                Consumer<byte[], byte[]> consumer,
                Topic<?> topic,
                Instant since,
                Predicate<ConsumerRecord<byte[], byte[]>> isLast) {
            int partitions = consumer.partitionsFor(topic.name()).size();
            TopicPartition partition =
                    new TopicPartition(topic.name(), Utils.toPositive(Utils.murmur2(key)) % partitions);
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            seek(consumer, partition, since);
            long deadlineNanos = System.nanoTime() + READ_MAXIMUM.toNanos();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
                    if (isLast.test(next)) {
                        return;
                    }
                }
                if (System.nanoTime() > deadlineNanos) {
                    throw new KafkaException("%s cannot be read within %s".formatted(partition, READ_MAXIMUM));
                }
            }
        }

        private void seek(Consumer<byte[], byte[]> consumer, TopicPartition partition, Instant since) {
            OffsetAndTimestamp first = since == null
                    ? null
                    : consumer.offsetsForTimes(
                                    Map.of(partition, since.minus(MARGIN).toEpochMilli()))
                            .get(partition);
            if (first == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, first.offset());
            }
        }

        boolean event(ConsumerRecord<byte[], byte[]> next) {
            Event event = Arrays.equals(key, next.key()) ? decode(events, next) : null;
            // The rejections of commands to a game that is not there yet, or no longer, belong to no game.
            if (event == null || event.getSequence() <= 0) {
                return false;
            }
            if (event.getPayload() instanceof GameCreated) {
                createdBy = event.getCommandId();
                createdAt = event.getTime();
            }
            if (event.getCommandId() != null) {
                answered.add(event.getCommandId());
            }
            eventCount++;
            entries.accept(new LogEntry(event));
            if (event.getPayload() instanceof GamePurged) {
                purgedAt = event.getTime();
            }
            return purgedAt != null;
        }

        boolean command(ConsumerRecord<byte[], byte[]> next) {
            if (purgedAt != null && next.timestamp() > lastOwnMs + QUIET.toMillis()) {
                return true;
            }
            Command command = Arrays.equals(key, next.key()) ? decode(commands, next) : null;
            if (command == null || !gameId.equals(command.getGameId())) {
                return false;
            }
            boolean begins = createdBy.equals(command.getCommandId());
            Principal sender = sender(next, command);
            // Without a token that held, it ended as a dead letter, and the game knows nothing of it; a tick has none.
            boolean isAdmitted = sender.kind() != PrincipalKind.UNKNOWN || command.getPayload() instanceof Tick;
            if ((commandCount > 0 || begins) && isAdmitted) {
                commandCount++;
                entries.accept(new LogEntry(logged(next, command, sender)));
            }
            boolean mayBePurged = purgedAt != null && next.timestamp() >= purgedAt.toEpochMilli();
            lastOwnMs = mayBePurged ? next.timestamp() : lastOwnMs;
            return false;
        }

        /** A command with events was admitted; a token that does not hold any more, because its key was taken away, held then. */
        private Principal sender(ConsumerRecord<byte[], byte[]> next, Command command) {
            Principal judged = verifier.verify(next.headers(), gameId, next.timestamp());
            return judged.kind() == PrincipalKind.UNKNOWN && answered.contains(command.getCommandId())
                    ? TokenVerifier.believe(next.headers())
                    : judged;
        }

        private LoggedCommand logged(ConsumerRecord<byte[], byte[]> next, Command command, Principal principal) {
            return new LoggedCommand(
                    next.offset(),
                    Instant.ofEpochMilli(next.timestamp()),
                    next.value().length,
                    new Sender(principal.kind(), principal.playerId(), principal.name(), principal.problem()),
                    command);
        }
    }

    /** A record that cannot be read is none of the game's: it had no outcome but a dead letter. */
    private static <T> T decode(Deserializer<T> deserializer, ConsumerRecord<byte[], byte[]> next) {
        try {
            return deserializer.deserialize(next.topic(), next.value());
        } catch (UndecodableException e) {
            LOG.debug("Left out a record from {}-{} at {}", next.topic(), next.partition(), next.offset(), e);
            return null;
        }
    }
}
