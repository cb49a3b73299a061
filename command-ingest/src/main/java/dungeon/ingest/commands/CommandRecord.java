package dungeon.ingest.commands;

import dungeon.schemas.topics.Topic;
import dungeon.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A command, ready to be written.
 *
 * @param message what is written; its key is the id of the game or room, or the lobby's subject
 * @param commandId its id
 * @param playerId who gives it; null for an administrator
 */
public record CommandRecord(ProducerRecord<String, byte[]> message, String commandId, String playerId) {
    static CommandRecord of(
            String topic, String key, String commandId, String playerId, byte[] bytes, String authorization) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, bytes);
        message.headers().add(Topics.AUTHORIZATION_HEADER, authorization.getBytes(StandardCharsets.UTF_8));
        return new CommandRecord(message, commandId, playerId);
    }

    /** What another part of the platform sends under a key of a topic; to wait for its outcome. */
    public static CommandRecord ofOthers(Topic<?> topic, String key, String commandId) {
        return new CommandRecord(new ProducerRecord<>(topic.name(), key, null), commandId, null);
    }

    /** The game that the command is for, or null if it is for no game. */
    String gameId() {
        return message.topic().equals(Topics.COMMANDS.name()) ? message.key() : null;
    }

    /**
     * Whether an event came of this command. Another player's command can have the same id, and is another one, and so
     * can one without a valid token, whose outcome has no player.
     */
    boolean ledTo(CommittedEvent event) {
        return commandId.equals(event.commandId())
                && message.key().equals(event.key())
                && Objects.equals(playerId, event.playerId());
    }
}
