package dungeon.standalone.bench.measure;

import dungeon.schemas.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Reads from an event's bytes which command led to it, and nothing else: a reader of all of it would take what is measured. */
final class EventHead {
    /** The marker byte and the schema's id. */
    private static final int FRAME_BYTES = 5;

    private static final int COMMAND_ID_FIELD = 3;

    private BinaryDecoder reused;

    EventHead() {
        String field = Event.getClassSchema().getFields().get(COMMAND_ID_FIELD).name();
        if (!field.equals("commandId")) {
            throw new IllegalStateException("An event's fourth field is %s and should be commandId".formatted(field));
        }
    }

    /** The id of the command, or null. */
    String commandId(byte[] bytes) {
        try {
            reused = DecoderFactory.get().binaryDecoder(bytes, FRAME_BYTES, bytes.length - FRAME_BYTES, reused);
            reused.skipString();
            reused.readLong();
            reused.readLong();
            return reused.readIndex() == 0 ? null : reused.readString();
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes are no event", e);
        }
    }
}
