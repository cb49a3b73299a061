package dungeon.verification.tictactoe;

import dungeon.platform.core.CommandMetadata;
import dungeon.platform.streams.admission.TokenVerifier;
import dungeon.players.connection.Platform;
import dungeon.schemas.serde.RegistryConfig;
import dungeon.schemas.serde.UndecodableException;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.tictactoe.TicTacToeEvent;
import dungeon.schemas.topics.Topics;
import dungeon.verification.checks.DeadLetters;
import dungeon.verification.checks.PublishedLog;
import dungeon.verification.checks.Senders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The rooms of an installation, from the topics as they are now; nothing may be under way. */
public final class RoomLog {
    private final Map<String, List<RoomDelivery>> commands = new LinkedHashMap<>();
    private final Map<String, List<TicTacToeEvent>> events = new LinkedHashMap<>();

    private RoomLog() {}

    /**
     * All of them, by roomId, in the order of the log.
     *
     * @param verifier judges the tokens of the commands
     */
    public static Map<String, PlayedRoom> read(Platform platform, TokenVerifier verifier) {
        RoomLog log = new RoomLog();
        Map<String, ?> serdes = Map.of(RegistryConfig.URL, platform.registryUrl());
        DeadLetters deadLetters = new DeadLetters();
        PublishedLog.records(platform, Topics.DEAD_LETTERS.name()).forEach(deadLetters::add);
        Deserializer<TicTacToeEvent> events =
                Topics.TICTACTOE_EVENTS.valueSerde(serdes).deserializer();
        for (ConsumerRecord<byte[], byte[]> record : PublishedLog.records(platform, Topics.TICTACTOE_EVENTS.name())) {
            TicTacToeEvent event = events.deserialize(record.topic(), record.value());
            log.events
                    .computeIfAbsent(event.getRoomId(), id -> new ArrayList<>())
                    .add(event);
        }
        Deserializer<TicTacToeCommand> commands =
                Topics.TICTACTOE_COMMANDS.valueSerde(serdes).deserializer();
        for (ConsumerRecord<byte[], byte[]> record : PublishedLog.records(platform, Topics.TICTACTOE_COMMANDS.name())) {
            if (!deadLetters.contain(record)) {
                log.add(record, commands, verifier);
            }
        }
        Map<String, PlayedRoom> rooms = new LinkedHashMap<>();
        log.events.forEach((roomId, of) ->
                rooms.put(roomId, new PlayedRoom(roomId, log.commands.getOrDefault(roomId, List.of()), of)));
        return rooms;
    }

    private void add(
            ConsumerRecord<byte[], byte[]> record, Deserializer<TicTacToeCommand> decoder, TokenVerifier verifier) {
        try {
            TicTacToeCommand command = decoder.deserialize(record.topic(), record.value());
            if (command != null) {
                CommandMetadata arrival = new CommandMetadata(
                        Senders.principal(record, command.getRoomId(), verifier),
                        record.timestamp(),
                        record.value().length);
                commands.computeIfAbsent(command.getRoomId(), id -> new ArrayList<>())
                        .add(new RoomDelivery(command, arrival));
            }
        } catch (UndecodableException e) {
            // Somebody has put garbage there a moment ago; its dead letter is still to come.
        }
    }
}
