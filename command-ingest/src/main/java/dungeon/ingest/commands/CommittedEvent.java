package dungeon.ingest.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.platform.envelope.EventFormat;
import dungeon.schemas.CommandRejected;
import dungeon.schemas.json.JsonWriter;
import dungeon.schemas.serde.EventHeads;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** A committed event of a game, of the lobby, or about who somebody is. What happened is only read from its bytes when somebody wants to know. */
public final class CommittedEvent {
    private final String key;
    private final long sequence;
    private final String commandId;
    private final String playerId;
    private final int remaining;
    private final int bytes;
    private final String type;
    private final Supplier<?> payload;
    private final Supplier<ObjectNode> json;

    private CommittedEvent(
            String key,
            long sequence,
            String commandId,
            String playerId,
            int remaining,
            int bytes,
            String type,
            Supplier<?> payload,
            Supplier<ObjectNode> json) {
        this.key = key;
        this.sequence = sequence;
        this.commandId = commandId;
        this.playerId = playerId;
        this.remaining = remaining;
        this.bytes = bytes;
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
     * @param bytes the length of its record
     * @param payload what happened
     * @param json makes its JSON
     */
    public CommittedEvent(
            String key,
            long sequence,
            String commandId,
            String playerId,
            int remaining,
            int bytes,
            Object payload,
            Supplier<ObjectNode> json) {
        this(
                key,
                sequence,
                commandId,
                playerId,
                remaining,
                bytes,
                payload.getClass().getSimpleName(),
                () -> payload,
                json);
    }

    /**
     * An event of a context.
     *
     * @param bytes the length of its record
     */
    static <E extends SpecificRecord> CommittedEvent of(EventFormat<E> format, E event, int bytes) {
        return new CommittedEvent(
                format.aggregateId().apply(event),
                format.sequence().applyAsLong(event),
                format.commandId().apply(event),
                format.playerId().apply(event),
                format.remaining().applyAsInt(event),
                bytes,
                format.payload().apply(event),
                () -> JsonWriter.flat(event));
    }

    /**
     * An event of which the head was read.
     *
     * @param bytes the length of its record
     * @param payload reads what happened
     * @param json reads all of it, as JSON
     */
    static CommittedEvent of(
            String key, EventHeads.Head head, int bytes, Supplier<?> payload, Supplier<ObjectNode> json) {
        return new CommittedEvent(
                key,
                head.sequence(),
                head.commandId(),
                head.playerId(),
                head.remaining(),
                bytes,
                head.type(),
                payload,
                json);
    }

    /**
     * The first of some events that tells of something.
     *
     * @param outcome of a command that was accepted
     * @throws IllegalStateException if none does
     */
    public static CommittedEvent of(List<CommittedEvent> outcome, Class<?> what) {
        return outcome.stream()
                .filter(event -> event.is(what))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "A command was accepted without a %s: %s".formatted(what.getSimpleName(), outcome)));
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

    /** The length of its record, which is what is kept of it. */
    int bytes() {
        return bytes;
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
