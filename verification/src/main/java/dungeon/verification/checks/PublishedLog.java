package dungeon.verification.checks;

import dungeon.players.connection.Platform;
import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What is on the topics of games from their first record on, read committed, in the order of each partition. It can be read
 * while the game goes on: then the last commands have no outcome yet, and only the earlier ones are settled. What ended as a dead
 * letter has that outcome and no other, and is none of the commands.
 */
public final class PublishedLog implements AutoCloseable {
    private static final String COMMITTED = "read_committed";

    /**
     * A command as it is on the topic.
     *
     * @param bytes the length of its value
     */
    public record LoggedCommand(ConsumerRecord<byte[], byte[]> record, Command command, int bytes) {}

    /** Waits until all commands up to the given offsets have been decided and committed. */
    @FunctionalInterface
    public interface Settling {
        void await(Map<TopicPartition, Long> commandOffsets) throws InterruptedException;
    }

    private final TopicReader commandReader;
    private final TopicReader eventReader;
    private final TopicReader deadLetterReader;
    private final DeadLetters deadLetters = new DeadLetters();
    private final Deserializer<Command> commandDecoder;
    private final Deserializer<Event> eventDecoder;
    private final List<LoggedCommand> commands = new ArrayList<>();
    private final Map<String, List<LoggedCommand>> commandsByGame = new LinkedHashMap<>();
    private final Map<String, List<Event>> eventsByGame = new LinkedHashMap<>();
    private int settled;

    private PublishedLog(
            TopicReader commandReader,
            Deserializer<Command> commandDecoder,
            TopicReader eventReader,
            Deserializer<Event> eventDecoder,
            TopicReader deadLetterReader) {
        this.commandReader = commandReader;
        this.commandDecoder = commandDecoder;
        this.eventReader = eventReader;
        this.eventDecoder = eventDecoder;
        this.deadLetterReader = deadLetterReader;
    }

    /** A log of which nothing has been read yet. */
    public static PublishedLog open(Platform platform) {
        Map<String, ?> serdes = Map.of(RegistryConfig.URL, platform.registryUrl());
        return new PublishedLog(
                new TopicReader(platform, Topics.COMMANDS.name(), COMMITTED),
                Topics.COMMANDS.valueSerde(serdes).deserializer(),
                new TopicReader(platform, Topics.EVENTS.name(), COMMITTED),
                Topics.EVENTS.valueSerde(serdes).deserializer(),
                new TopicReader(platform, Topics.DEAD_LETTERS.name(), COMMITTED));
    }

    /** A log that is known, without topics from which more could be read. */
    static PublishedLog of(List<LoggedCommand> commands, List<Event> events) {
        return of(commands, List.of(), events);
    }

    /** The same, of records some of which ended as dead letters. */
    static PublishedLog of(
            List<LoggedCommand> records, List<ConsumerRecord<byte[], byte[]>> deadLetters, List<Event> events) {
        PublishedLog log = new PublishedLog(null, null, null, null, null);
        deadLetters.forEach(log.deadLetters::add);
        records.stream()
                .filter(logged -> !log.deadLetters.contain(logged.record()))
                .forEach(log::add);
        events.forEach(log::add);
        log.settled = log.commands.size();
        return log;
    }

    /** All that is there now; nothing may be under way. */
    public static PublishedLog read(Platform platform) {
        try (PublishedLog log = open(platform)) {
            log.readOn(offsets -> {});
            return log;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the log", e);
        }
    }

    /** The raw records of a topic, as far as they are committed. */
    public static List<ConsumerRecord<byte[], byte[]>> records(Platform platform, String topic) {
        try (TopicReader reader = new TopicReader(platform, topic, COMMITTED)) {
            return reader.toTheEnd();
        }
    }

    /**
     * Reads what has come since. The commands that are there at the beginning are settled afterwards; of those that come
     * while the events are read, all are known whose events are.
     */
    public void readOn(Settling settling) throws InterruptedException {
        List<ConsumerRecord<byte[], byte[]>> here = commandReader.toTheEnd();
        settling.await(commandReader.positions());
        for (ConsumerRecord<byte[], byte[]> record : eventReader.toTheEnd()) {
            add(eventDecoder.deserialize(record.topic(), record.value()));
        }
        List<ConsumerRecord<byte[], byte[]>> meanwhile = commandReader.toTheEnd();
        // What is no command of these has to be known before they are taken for commands.
        settling.await(commandReader.positions());
        deadLetterReader.toTheEnd().forEach(deadLetters::add);
        here.forEach(this::addCommand);
        settled = commands.size();
        meanwhile.forEach(this::addCommand);
    }

    private void addCommand(ConsumerRecord<byte[], byte[]> record) {
        if (deadLetters.contain(record)) {
            return;
        }
        try {
            Command command = commandDecoder.deserialize(record.topic(), record.value());
            if (command != null) {
                add(new LoggedCommand(record, command, record.value().length));
            }
        } catch (UndecodableException e) {
            // Somebody has put garbage there a moment ago; its dead letter is still to come.
        }
    }

    private void add(LoggedCommand logged) {
        commands.add(logged);
        commandsByGame
                .computeIfAbsent(logged.command().getGameId(), id -> new ArrayList<>())
                .add(logged);
    }

    private void add(Event event) {
        eventsByGame.computeIfAbsent(event.getGameId(), id -> new ArrayList<>()).add(event);
    }

    /** All commands, ticks included. */
    public List<LoggedCommand> commands() {
        return commands;
    }

    /** What came as a command and ended as a dead letter. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** The commands, ticks included, that were there before the events were read. */
    public List<LoggedCommand> settledCommands() {
        return commands.subList(0, settled);
    }

    /** The commands of a game in the order of the log, ticks included. */
    public List<LoggedCommand> commandsOf(String gameId) {
        return commandsByGame.getOrDefault(gameId, List.of());
    }

    /** The games of which there are events. */
    public Set<String> gameIds() {
        return new TreeSet<>(eventsByGame.keySet());
    }

    /** The events of a game in the order of the log. */
    public List<Event> eventsOf(String gameId) {
        return eventsByGame.getOrDefault(gameId, List.of());
    }

    @Override
    public void close() {
        commandReader.close();
        eventReader.close();
        deadLetterReader.close();
    }
}
