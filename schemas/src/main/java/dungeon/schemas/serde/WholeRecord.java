package dungeon.schemas.serde;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/** Reads one record that fills the rest of an array of bytes, which may come from anybody. */
public final class WholeRecord {
    private WholeRecord() {}

    /**
     * Reads the record.
     *
     * @param offset where it begins
     * @param what what is read and where from, for messages
     * @throws UndecodableException if the bytes are anything else
     */
    public static <T> T read(DatumReader<T> reader, byte[] bytes, int offset, Supplier<String> what) {
        // A decoder over an array knows how many bytes are left, and so refuses lengths that only pretend to be there.
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
        T value;
        boolean atEnd;
        try {
            value = reader.read(null, decoder);
            atEnd = decoder.isEnd();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Avro reports hostile bytes by whatever its reading runs into, index errors and deep recursion included.
            throw new UndecodableException("The bytes are no %s: %s".formatted(what.get(), e), e);
        }
        if (!atEnd) {
            throw new UndecodableException("The bytes go on after the end of the %s".formatted(what.get()));
        }
        return value;
    }
}
