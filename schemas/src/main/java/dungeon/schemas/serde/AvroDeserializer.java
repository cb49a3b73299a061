package dungeon.schemas.serde;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records in the Confluent wire format, whichever version of the schema wrote them.
 *
 * @param <T> the type of the records
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private final Schema readerSchema;
    private final SpecificData model;
    private final ConcurrentHashMap<Integer, SpecificDatumReader<T>> readersById = new ConcurrentHashMap<>();
    private SchemaRegistry registry;

    public AvroDeserializer(Class<T> type) {
        model = SpecificData.getForClass(type);
        readerSchema = model.getSchema(type);
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        registry = new SchemaRegistry(RegistryConfig.from(config));
    }

    /**
     * {@inheritDoc}
     *
     * @throws UndecodableException if the bytes are not such a record, or the registry does not know their schema
     * @throws RegistryUnavailableException if no registry answered
     */
    @Override
    public T deserialize(String topic, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEADER_BYTES || bytes[0] != AvroSerializer.MAGIC_BYTE) {
            throw new UndecodableException(
                    "%d bytes on %s that do not begin with a zero byte and a schema id".formatted(bytes.length, topic));
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        SpecificDatumReader<T> reader = readerOf(id, topic);
        return WholeRecord.read(
                reader,
                bytes,
                HEADER_BYTES,
                () -> "%s of schema id %d on %s".formatted(readerSchema.getName(), id, topic));
    }

    private SpecificDatumReader<T> readerOf(int id, String topic) {
        SpecificDatumReader<T> known = readersById.get(id);
        if (known != null) {
            return known;
        }
        Schema writerSchema = registry.schemaOf(id)
                .orElseThrow(() -> new UndecodableException(
                        "A record on %s names the schema id %d, which the registry does not know"
                                .formatted(topic, id)));
        if (writerSchema.getType() != Schema.Type.RECORD
                || !readerSchema.getFullName().equals(writerSchema.getFullName())) {
            throw new UndecodableException("A record on %s is a %s, and a %s is expected"
                    .formatted(topic, writerSchema.getFullName(), readerSchema.getFullName()));
        }
        try {
            SpecificDatumReader<T> reader = new SpecificDatumReader<>(
                    WriterSchema.matchedByName(writerSchema, readerSchema), readerSchema, model);
            readersById.put(id, reader);
            return reader;
        } catch (RuntimeException | StackOverflowError e) {
            // Anybody can register a schema; what Avro cannot work with is no reason to stop.
            throw new UndecodableException(
                    "The schema id %d of a record on %s cannot be read with: %s".formatted(id, topic, e), e);
        }
    }
}
