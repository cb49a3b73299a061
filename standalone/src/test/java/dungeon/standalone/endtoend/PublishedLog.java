package dungeon.standalone.endtoend;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.topics.Topics;
import dungeon.standalone.bots.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What is on the topics of games from their first record to their last, read committed, in the order of each partition. */
final class PublishedLog {
    private static final Duration READ_MAXIMUM = Duration.ofSeconds(60);

    /**
     * A command as it is on the topic.
     *
     * @param bytes the length of its value
     */
    record LoggedCommand(ConsumerRecord<byte[], byte[]> record, Command command, int bytes) {}

    private final List<LoggedCommand> commands = new ArrayList<>();
    private final Map<String, List<Event>> eventsByGame = new LinkedHashMap<>();

    private PublishedLog() {}

    static PublishedLog read(Platform platform) {
        PublishedLog log = new PublishedLog();
        Map<String, ?> serdes = Map.of(RegistryConfig.URL, platform.registryUrl());
        Deserializer<Command> commandReader = Topics.COMMANDS.valueSerde(serdes).deserializer();
        Deserializer<Event> eventReader = Topics.EVENTS.valueSerde(serdes).deserializer();
        for (ConsumerRecord<byte[], byte[]> record : records(platform, Topics.COMMANDS.name())) {
            log.addCommand(record, commandReader);
        }
        for (ConsumerRecord<byte[], byte[]> record : records(platform, Topics.EVENTS.name())) {
            Event event = eventReader.deserialize(record.topic(), record.value());
            log.eventsByGame
                    .computeIfAbsent(event.getGameId(), id -> new ArrayList<>())
                    .add(event);
        }
        return log;
    }

    /** The raw records of a topic. */
    static List<ConsumerRecord<byte[], byte[]>> records(Platform platform, String topic) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, platform.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadlineNanos = System.nanoTime() + READ_MAXIMUM.toNanos();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new AssertionError("The end of %s was not reached within %s".formatted(topic, READ_MAXIMUM));
                }
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private void addCommand(ConsumerRecord<byte[], byte[]> record, Deserializer<Command> reader) {
        try {
            Command command = reader.deserialize(record.topic(), record.value());
            if (command != null) {
                commands.add(new LoggedCommand(record, command, record.value().length));
            }
        } catch (UndecodableException e) {
            // A test has put garbage there; it has no outcome but a dead letter.
        }
    }

    /** All commands, ticks included. */
    List<LoggedCommand> commands() {
        return commands;
    }

    /** The commands of a game in the order of the log, ticks included. */
    List<LoggedCommand> commandsOf(String gameId) {
        return commands.stream()
                .filter(logged -> logged.command().getGameId().equals(gameId))
                .toList();
    }

    Set<String> gameIds() {
        return new TreeSet<>(eventsByGame.keySet());
    }

    List<Event> eventsOf(String gameId) {
        return eventsByGame.getOrDefault(gameId, List.of());
    }
}
