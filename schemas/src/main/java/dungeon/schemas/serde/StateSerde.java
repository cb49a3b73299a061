package dungeon.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of state stores in Avro's single-object encoding: two marker bytes, the schema's fingerprint in eight bytes, the
 * record. Records of earlier builds are read with the schemas under {@code history/}, those of later ones with what {@link StateSchemas} finds.
 *
 * @param <T> the type of the values
 */
public final class StateSerde<T extends SpecificRecord> implements Serde<T> {
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};
    private static final int HEADER_BYTES = MARKER.length + Long.BYTES;

    private final String name;
    private final Schema schema;
    private final SpecificData model;
    private final byte[] header;
    private final SpecificDatumWriter<T> writer;
    private final Map<Long, SpecificDatumReader<T>> readersByFingerprint = new ConcurrentHashMap<>();

    public StateSerde(Class<T> type) {
        this(type, SchemaHistory.of(SpecificData.get().getSchema(type)));
    }

    /**
     * Makes a serde that also reads earlier versions.
     *
     * @param versions the schemas of what may be in the store, besides today's
     */
    StateSerde(Class<T> type, List<Schema> versions) {
        schema = SpecificData.get().getSchema(type);
        model = GeneratedCoders.modelOf(schema);
        name = schema.getName();
        header = ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
        writer = new SpecificDatumWriter<>(schema, model);
        Stream.concat(versions.stream(), Stream.of(schema))
                .forEach(version ->
                        readersByFingerprint.put(SchemaNormalization.parsingFingerprint64(version), reader(version)));
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : encode(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
    }

    private byte[] encode(T value) {
        WriteVersion.check(value);
        try {
            return HeadedRecord.bytes(header, writer, value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "A %s cannot be written: %s".formatted(name, GeneratedCoders.faultOf(value, e)), e);
        }
    }

    private T decode(String topic, byte[] bytes) {
        if (bytes.length < HEADER_BYTES || !Arrays.equals(bytes, 0, MARKER.length, MARKER, 0, MARKER.length)) {
            throw new UndecodableException("%d bytes of %s that do not begin with the marker and fingerprint of a %s"
                    .formatted(bytes.length, topic, name));
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length);
        SpecificDatumReader<T> reader = readersByFingerprint.get(fingerprint);
        if (reader == null) {
            reader = readerOfAnotherBuild(topic, fingerprint);
        }
        return WholeRecord.read(reader, bytes, HEADER_BYTES, () -> "%s of %s".formatted(name, topic));
    }

    private SpecificDatumReader<T> reader(Schema version) {
        return new SpecificDatumReader<>(
                version.equals(schema) ? version : WriterSchema.matchedByName(version, schema), schema, model);
    }

    private SpecificDatumReader<T> readerOfAnotherBuild(String topic, long fingerprint) {
        Optional<Schema> version = StateSchemas.find(schema.getFullName(), fingerprint);
        if (version.isEmpty()) {
            throw new UndecodableException(
                    "A record of %s is no %s of a known version (fingerprint %016x); was it written by a newer build?"
                            .formatted(topic, name, fingerprint));
        }
        SpecificDatumReader<T> reader = reader(version.get());
        readersByFingerprint.put(fingerprint, reader);
        return reader;
    }
}
