package dungeon.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Reads from an event's bytes which command led to it or what it is, and nothing else: a reader of all of it
 * would take the time that is measured. */
public final class EventHead {
    /** The marker byte and the schema's id. */
    static final int FRAME_BYTES = 5;

    /** Behind the id of the game or the room. */
    private static final List<String> FIELDS =
            List.of("sequence", "time", "commandId", "playerId", "remaining", "payload");

    private final List<Schema> payloads;
    private BinaryDecoder reused;

    /** @param event the schema of the events, of any game whose events begin alike */
    public EventHead(Schema event) {
        List<String> fields =
                event.getFields().stream().skip(1).map(Schema.Field::name).toList();
        if (!fields.equals(FIELDS)) {
            throw new IllegalStateException(
                    "The fields of %s are %s and should be %s".formatted(event.getFullName(), fields, FIELDS));
        }
        payloads = event.getField("payload").schema().getTypes();
    }

    /** The id of the command, or null. */
    public String commandId(byte[] bytes) {
        try {
            begin(bytes);
            return reused.readIndex() == 0 ? null : reused.readString();
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes are no event", e);
        }
    }

    /** The name of the payload's type, such as {@code RobotMoved}. */
    String type(byte[] bytes) {
        try {
            begin(bytes);
            for (int nullable = 0; nullable < 2; nullable++) {
                if (reused.readIndex() != 0) {
                    reused.skipString();
                }
            }
            reused.readInt();
            return payloads.get(reused.readIndex()).getName();
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes are no event", e);
        }
    }

    private void begin(byte[] bytes) throws IOException {
        reused = DecoderFactory.get().binaryDecoder(bytes, FRAME_BYTES, bytes.length - FRAME_BYTES, reused);
        reused.skipString();
        reused.readLong();
        reused.readLong();
    }
}
