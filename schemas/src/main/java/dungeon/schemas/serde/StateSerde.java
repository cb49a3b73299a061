package dungeon.schemas.serde;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Values of state stores in Avro's single-object encoding: two marker bytes, the schema's fingerprint in eight bytes, the
 * record. Needs no registry; records of earlier builds are read with the schemas under {@code history/}.
 *
 * @param <T> the type of the values
 */
public final class StateSerde<T extends SpecificRecord> implements Serde<T> {
    static {
        TrustedPackages.trust();
    }

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    public StateSerde(Class<T> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        SchemaStore.Cache versions = new SchemaStore.Cache();
        SchemaHistory.of(schema).forEach(versions::addSchema);
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema, versions);
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
        try {
            var buffer = encoder.encode(value);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UndecodableException("Cannot write " + value, e);
        }
    }

    private T decode(String topic, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException(
                    "A state record of %s cannot be read; was it written by a newer build? %s".formatted(topic, e), e);
        }
    }
}
