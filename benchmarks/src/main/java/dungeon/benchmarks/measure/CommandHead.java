package dungeon.benchmarks.measure;

import dungeon.schemas.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Reads from a command's bytes its id and nothing else, as {@link EventHead} does from an event's. */
final class CommandHead {
    private static final String FIRST_FIELD = "commandId";

    private BinaryDecoder reused;

    CommandHead() {
        String first = Command.getClassSchema().getFields().get(0).name();
        if (!first.equals(FIRST_FIELD)) {
            throw new IllegalStateException(
                    "The first field of a command is %s and should be %s".formatted(first, FIRST_FIELD));
        }
    }

    String commandId(byte[] bytes) {
        try {
            int frame = EventHead.FRAME_BYTES;
            reused = DecoderFactory.get().binaryDecoder(bytes, frame, bytes.length - frame, reused);
            return reused.readString();
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes are no command", e);
        }
    }
}
