package dungeon.queries.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An event as clients get it, made once for all of them: a message of {@code text/event-stream}, in which stands the line of JSON that
 * the others get.
 */
public final class EventFrame {
    private static final byte[] END = {'\n', '\n'};

    private final byte[] message;
    private final int jsonFrom;

    private EventFrame(byte[] message, int jsonFrom) {
        this.message = message;
        this.jsonFrom = jsonFrom;
    }

    static EventFrame of(long sequence, String json) {
        byte[] start = "id: %d\ndata: ".formatted(sequence).getBytes(StandardCharsets.US_ASCII);
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] message = ByteBuffer.allocate(start.length + text.length + END.length)
                .put(start)
                .put(text)
                .put(END)
                .array();
        return new EventFrame(message, start.length);
    }

    /** The message of an event stream, with its number as the id. */
    public ByteBuffer message() {
        return ByteBuffer.wrap(message).asReadOnlyBuffer();
    }

    /** The JSON and an end of line. */
    public ByteBuffer line() {
        return ByteBuffer.wrap(message, jsonFrom, message.length - jsonFrom - 1).asReadOnlyBuffer();
    }

    int bytes() {
        return message.length;
    }
}
