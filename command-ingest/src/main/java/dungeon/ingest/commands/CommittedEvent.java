package dungeon.ingest.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.LobbyEvent;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.serde.EventHeads;
import java.util.function.Supplier;

/** A committed event of a game or of the lobby. What happened is only read from its bytes when somebody wants to know. */
public final class CommittedEvent {
    private final String key;
    private final long sequence;
    private final String commandId;
    private final String playerId;
    private final int remaining;
    private final String type;
    private final Supplier<?> payload;
    private final Supplier<ObjectNode> json;

    private CommittedEvent(
            String key,
            long sequence,
            String commandId,
            String playerId,
            int remaining,
            String type,
            Supplier<?> payload,
            Supplier<ObjectNode> json) {
        this.key = key;
        this.sequence = sequence;
        this.commandId = commandId;
        this.playerId = playerId;
        this.remaining = remaining;
        this.type = type;
        this.payload = payload;
        this.json = json;
    }

    /**
     * An event that was read.
     *
     * @param key the game's id or the lobby's subject
     * @param sequence its number there; 0 for a rejection that leaves no trace
     * @param commandId the command that led to it; null if none did
     * @param playerId whose command it was; null if unknown
     * @param remaining how many events of the same decision still follow
     * @param payload what happened
     * @param json makes its JSON
     */
    public CommittedEvent(
            String key,
            long sequence,
            String commandId,
            String playerId,
            int remaining,
            Object payload,
            Supplier<ObjectNode> json) {
        this(key, sequence, commandId, playerId, remaining, payload.getClass().getSimpleName(), () -> payload, json);
    }

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

    /**
     * An event of a game of which the head was read.
     *
     * @param event reads all of it
     */
    static CommittedEvent of(String gameId, EventHeads.Head head, Supplier<Event> event) {
        return new CommittedEvent(
                gameId,
                head.sequence(),
                head.commandId(),
                head.playerId(),
                head.remaining(),
                head.type(),
                () -> event.get().getPayload(),
                () -> JsonWriter.flat(event.get()));
    }

    /** The game's id or the lobby's subject. */
    public String key() {
        return key;
    }

    /** Its number there; 0 for a rejection that leaves no trace. */
    public long sequence() {
        return sequence;
    }

    /** The command that led to it; null if none did. */
    public String commandId() {
        return commandId;
    }

    /** Whose command it was; null if unknown. */
    public String playerId() {
        return playerId;
    }

    /** How many events of the same decision still follow. */
    public int remaining() {
        return remaining;
    }

    /** Whether this is what happened; asked before {@link #payload}, nothing is read in vain. */
    public boolean is(Class<?> what) {
        return what.getSimpleName().equals(type);
    }

    /** What happened. */
    public Object payload() {
        return payload.get();
    }

    /** Makes its JSON. */
    public Supplier<ObjectNode> json() {
        return json;
    }

    /** Whether it says that the command was refused. */
    public boolean isRejection() {
        return is(CommandRejected.class);
    }
}
