package dungeon.schemas.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes records in the Confluent wire format: a zero byte, the schema's id in four bytes, the record in Avro binary.
 *
 * @param <T> the type of the records
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    /** Records over this size in bytes are refused, so that no single one can hold up a partition. */
    public static final int RECORD_BYTES_MAXIMUM = 512 * 1024;

    private final ConcurrentHashMap<Schema, SpecificDatumWriter<T>> writersBySchema = new ConcurrentHashMap<>();
    private SchemaRegistry registry;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        if (isKey) {
            throw new IllegalArgumentException(
                    "Keys are plain strings, never Avro: a framed key changes with its schema");
        }
        registry = SchemaRegistry.from(config);
    }

    /**
     * {@inheritDoc}
     *
     * @throws SerializationException if the record lacks a value that its schema demands, or has one that {@link WriteVersion} withholds
     * @throws RegistryRejectedException if the registry refuses the schema
     * @throws RegistryUnavailableException if no registry answered
     * @throws RecordTooLargeException if the bytes would be more than {@link #RECORD_BYTES_MAXIMUM}
     */
    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        Schema schema = value.getSchema();
        WriteVersion.check(value);
        int id = registry.idOf(subjectOf(topic), schema);
        byte[] bytes;
        try {
            bytes = WireFormat.bytes(id, writerOf(schema), value);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "A %s for %s cannot be written: %s"
                            .formatted(schema.getName(), topic, GeneratedCoders.faultOf(value, e)),
                    e);
        }
        if (bytes.length > RECORD_BYTES_MAXIMUM) {
            throw new RecordTooLargeException("A %s of %d bytes for %s is over the limit of %d bytes"
                    .formatted(schema.getName(), bytes.length, topic, RECORD_BYTES_MAXIMUM));
        }
        return bytes;
    }

    private SpecificDatumWriter<T> writerOf(Schema schema) {
        return writersBySchema.computeIfAbsent(
                schema, key -> new SpecificDatumWriter<>(key, GeneratedCoders.modelOf(key)));
    }

    /** The registry's name for the values of a topic. */
    public static String subjectOf(String topic) {
        return topic + "-value";
    }
}
