package dungeon.ingest.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.json.JsonWriter;
import java.util.function.Supplier;

/**
 * A committed event of a game or of the lobby.
 *
 * @param key the game's id or the lobby's subject
 * @param sequence its number there; 0 for a rejection that leaves no trace
 * @param commandId the command that led to it; null if none did
 * @param playerId whose command it was; null if unknown
 * @param remaining how many events of the same decision still follow
 * @param payload what happened
 * @param json makes its JSON
 */
public record CommittedEvent(
        String key,
        long sequence,
        String commandId,
        String playerId,
        int remaining,
        Object payload,
        Supplier<ObjectNode> json) {

    static CommittedEvent of(Event event) {
        return new CommittedEvent(
                event.getGameId(),
                event.getSequence(),
                event.getCommandId(),
                event.getPlayerId(),
                event.getRemaining(),
                event.getPayload(),
                () -> JsonWriter.flat(event));
    }

    static CommittedEvent of(LobbyEvent event) {
        return new CommittedEvent(
                event.getSubject(),
                event.getSequence(),
                event.getCommandId(),
                event.getPlayerId(),
                event.getRemaining(),
                event.getPayload(),
                () -> JsonWriter.flat(event));
    }

    /** Whether it says that the command was refused. */
    public boolean isRejection() {
        return payload instanceof CommandRejected;
    }
}
