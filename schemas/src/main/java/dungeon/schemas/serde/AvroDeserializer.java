package dungeon.schemas.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records in the Confluent wire format, whichever version of the schema wrote them.
 *
 * @param <T> the type of the records
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    /** The header in which Confluent's newer serializers put the schema's id if they are told to. */
    private static final String ID_HEADER = "__value_schema_id";

    /** Anybody may be able to register schemas; what is made to read with them is made anew beyond this number. */
    private static final int READERS_MAXIMUM = 1_000;

    private final Schema readerSchema;
    private final SpecificData model;
    private final ConcurrentHashMap<Integer, SpecificDatumReader<T>> readersById = new ConcurrentHashMap<>();
    private SchemaLookup schemas;

    /** Asks the registry of its settings for schemas, as often as it takes. */
    public AvroDeserializer(Class<T> type) {
        this(type, null);
    }

    /** Finds schemas there, and needs no settings. */
    public AvroDeserializer(Class<T> type, SchemaLookup schemas) {
        this.model = SpecificData.getForClass(type);
        this.readerSchema = model.getSchema(type);
        this.schemas = schemas;
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        SchemaRegistry registry = SchemaRegistry.from(config);
        schemas = id -> registry.schemaOf(id)
                .orElseThrow(() -> new UnknownSchemaException(
                        "The record names the schema id %d, which the registry does not know".formatted(id)));
    }

    /**
     * {@inheritDoc}
     *
     * @throws UndecodableException if the bytes are not such a record, or the registry does not know their schema
     * @throws SchemaUnavailableException if their schema cannot be asked for now
     * @throws RegistryUnavailableException if no registry answered
     */
    @Override
    public T deserialize(String topic, byte[] bytes) {
        return bytes == null ? null : read(topic, bytes, "");
    }

    @Override
    public T deserialize(String topic, Headers headers, byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        String inHeader = headers.lastHeader(ID_HEADER) == null
                ? ""
                : "; the header %s is not supported, set the serializer to write the id before the record"
                        .formatted(ID_HEADER);
        return read(topic, bytes, inHeader);
    }

    private T read(String topic, byte[] bytes, String inHeader) {
        if (!WireFormat.hasHeader(bytes)) {
            throw new UndecodableException("%d bytes on %s that do not begin with a zero byte and a schema id%s"
                    .formatted(bytes.length, topic, inHeader));
        }
        int id = WireFormat.schemaId(bytes);
        SpecificDatumReader<T> reader = readerOf(id, topic);
        return WholeRecord.read(
                reader,
                bytes,
                WireFormat.HEADER_BYTES,
                () -> "%s of schema id %d on %s".formatted(readerSchema.getName(), id, topic));
    }

    private SpecificDatumReader<T> readerOf(int id, String topic) {
        SpecificDatumReader<T> known = readersById.get(id);
        if (known != null) {
            return known;
        }
        Schema writerSchema = schemas.schemaOf(id);
        if (writerSchema.getType() != Schema.Type.RECORD
                || !readerSchema.getFullName().equals(writerSchema.getFullName())) {
            throw new UndecodableException("A record on %s is a %s, and a %s is expected"
                    .formatted(topic, writerSchema.getFullName(), readerSchema.getFullName()));
        }
        String unsupported = UnsupportedTypes.in(writerSchema, readerSchema);
        if (unsupported != null) {
            throw new UndecodableException(
                    "The schema id %d of a record on %s is not supported: %s".formatted(id, topic, unsupported));
        }
        try {
            SpecificDatumReader<T> reader = new SpecificDatumReader<>(
                    WriterSchema.matchedByName(writerSchema, readerSchema), readerSchema, model);
            if (readersById.size() >= READERS_MAXIMUM) {
                readersById.clear();
            }
            readersById.put(id, reader);
            return reader;
        } catch (RuntimeException | StackOverflowError e) {
            // Anybody can register a schema; what Avro cannot work with is no reason to stop.
            throw new UndecodableException(
                    "The schema id %d of a record on %s cannot be read with: %s".formatted(id, topic, e), e);
        }
    }
}
