package dungeon.queries.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An event as clients get it, made once for all of them: a message of {@code text/event-stream}, in which stands the line of JSON that
 * the others get.
 */
public final class EventFrame {
    private static final byte[] END = {'\n', '\n'};
    /** What the subjects take, roughly: two ids as text, with their objects. */
    private static final int SUBJECTS_BYTES = 200;

    private final byte[] message;
    private final int jsonFrom;
    private final EventSubjects subjects;

    private EventFrame(byte[] message, int jsonFrom, EventSubjects subjects) {
        this.message = message;
        this.jsonFrom = jsonFrom;
        this.subjects = subjects;
    }

    static EventFrame of(long sequence, String json, EventSubjects subjects) {
        byte[] start = "id: %d\ndata: ".formatted(sequence).getBytes(StandardCharsets.US_ASCII);
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(start.length + text.length + END.length)
                .put(start)
                .put(text)
                .put(END)
                .array();
        return new EventFrame(message, start.length, subjects);
    }

    /** The message of an event stream, with its number as the id. */
    public ByteBuffer message() {
        return ByteBuffer.wrap(message).asReadOnlyBuffer();
    }

    /** The JSON and an end of line. */
    public ByteBuffer line() {
        return ByteBuffer.wrap(message, jsonFrom, message.length - jsonFrom - 1).asReadOnlyBuffer();
    }

    /** The JSON alone. */
    public String json() {
        return new String(message, jsonFrom, message.length - jsonFrom - END.length, StandardCharsets.UTF_8);
    }

    /** What it is about. */
    public EventSubjects subjects() {
        return subjects;
    }

    int bytes() {
        return message.length + SUBJECTS_BYTES;
    }
}
