package dungeon.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** Writes a header and, behind it, a record in Avro binary. */
final class HeadedRecord {
    private static final ThreadLocal<BinaryEncoder> REUSED_ENCODER = new ThreadLocal<>();
    private static final int BUFFER_BYTES = 512;

    private HeadedRecord() {}

    static <T> byte[] bytes(byte[] header, DatumWriter<T> writer, T value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER_BYTES);
        out.writeBytes(header);
        // What a record that could not be written has left in the encoder goes to its own stream, which nobody reads.
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, REUSED_ENCODER.get());
        REUSED_ENCODER.set(encoder);
        writer.write(value, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
