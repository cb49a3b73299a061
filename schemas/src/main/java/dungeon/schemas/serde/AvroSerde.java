package dungeon.schemas.serde;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Avro values in the Confluent wire format. Ours write and read them unless the setting {@value #CLASS} names another serde of
 * the same format, such as {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}; where the settings do not have it, the
 * environment variable {@value #CLASS_VARIABLE} counts, so that one setting is enough for all services of an installation.
 *
 * @param <T> the type of the values
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    /** The class of the serde that is used instead of ours. */
    public static final String CLASS = "avro.serde.class";

    /** The same for a whole process. */
    public static final String CLASS_VARIABLE = "DUNGEON_AVRO_SERDE_CLASS";

    private final Class<T> type;
    private Serializer<T> serializer;
    private Deserializer<T> deserializer;

    public AvroSerde(Class<T> type) {
        this.type = type;
        serializer = new AvroSerializer<>();
        deserializer = new AvroDeserializer<>(type);
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Object named = config.get(CLASS) == null ? System.getenv(CLASS_VARIABLE) : config.get(CLASS);
        if (named != null) {
            NamedSerde<T> other = NamedSerde.of(named.toString(), type);
            serializer = other.serializer();
            deserializer = other.deserializer();
        }
        serializer.configure(config, isKey);
        deserializer.configure(config, isKey);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
