package dungeon.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.io.DatumWriter;

/** The Confluent wire format: a zero byte, the schema's id in four bytes, the record in Avro binary. */
public final class WireFormat {
    /** Where the record begins. */
    public static final int HEADER_BYTES = 1 + Integer.BYTES;

    private static final byte MAGIC_BYTE = 0;

    private WireFormat() {}

    /** Whether bytes begin as the format does. */
    public static boolean hasHeader(byte[] bytes) {
        return bytes.length >= HEADER_BYTES && bytes[0] == MAGIC_BYTE;
    }

    /** The schema's id of bytes that have a header. */
    public static int schemaId(byte[] bytes) {
        return ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    }

    /**
     * A record with its header.
     *
     * @throws IOException or what else Avro reports by, if the value does not fit its schema
     */
    public static <T> byte[] bytes(int schemaId, DatumWriter<T> writer, T value) throws IOException {
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC_BYTE)
                .putInt(schemaId)
                .array();
        return HeadedRecord.bytes(header, writer, value);
    }
}
