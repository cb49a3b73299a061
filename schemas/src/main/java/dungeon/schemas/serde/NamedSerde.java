package dungeon.schemas.serde;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Another serde of the same wire format in the place of ours, with what the services rely on: the limit of a record's size, and
 * telling bytes that nobody will ever read from a registry that is away.
 *
 * @param <T> the type of the values
 */
final class NamedSerde<T extends SpecificRecord> {
    /** How Confluent's client says that it has an answer, and what it is. */
    private static final String ANSWER = "RestClientException";

    private static final int SERVER_ERROR = 500;

    private final Class<T> type;
    private final Serde<T> serde;

    private NamedSerde(Class<T> type, Serde<T> serde) {
        this.type = type;
        this.serde = serde;
    }

    /**
     * A serde of a class.
     *
     * @throws ConfigException if it is not on the class path or no serde
     */
    @SuppressWarnings("unchecked") // What it reads is looked at.
    static <T extends SpecificRecord> NamedSerde<T> of(String className, Class<T> type) {
        try {
            Serde<?> serde = Class.forName(className, true, NamedSerde.class.getClassLoader())
                    .asSubclass(Serde.class)
                    .getConstructor()
                    .newInstance();
            return new NamedSerde<>(type, (Serde<T>) serde);
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw (ConfigException) new ConfigException(
                            AvroSerde.CLASS,
                            className,
                            "it has to be a serde on the class path with a constructor without parameters: " + e)
                    .initCause(e);
        }
    }

    Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            public void configure(Map<String, ?> config, boolean isKey) {
                serde.configure(config, isKey);
            }

            @Override
            public byte[] serialize(String topic, T value) {
                byte[] bytes = write(topic, value);
                if (bytes != null && bytes.length > AvroSerializer.RECORD_BYTES_MAXIMUM) {
                    throw new RecordTooLargeException("A %s of %d bytes for %s is over the limit of %d bytes"
                            .formatted(type.getSimpleName(), bytes.length, topic, AvroSerializer.RECORD_BYTES_MAXIMUM));
                }
                return bytes;
            }

            @Override
            public void close() {
                serde.serializer().close();
            }
        };
    }

    Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public void configure(Map<String, ?> config, boolean isKey) {
                serde.configure(config, isKey);
            }

            @Override
            public T deserialize(String topic, byte[] bytes) {
                return read(topic, bytes);
            }

            @Override
            public void close() {
                serde.deserializer().close();
            }
        };
    }

    private byte[] write(String topic, T value) {
        try {
            return serde.serializer().serialize(topic, value);
        } catch (SerializationException e) {
            if (isRegistryAway(e)) {
                throw new RegistryUnavailableException("No schema registry for %s: %s".formatted(topic, e), e);
            }
            throw e;
        }
    }

    private T read(String topic, byte[] bytes) {
        Object value;
        try {
            value = serde.deserializer().deserialize(topic, bytes);
        } catch (RuntimeException e) {
            if (isRegistryAway(e)) {
                throw new RegistryUnavailableException("No schema registry for %s: %s".formatted(topic, e), e);
            }
            throw new UndecodableException(
                    "%d bytes on %s are no %s: %s".formatted(bytes.length, topic, type.getSimpleName(), e), e);
        }
        if (value != null && !type.isInstance(value)) {
            throw new UndecodableException("A record on %s is a %s, and a %s is expected"
                    .formatted(topic, value.getClass().getName(), type.getName()));
        }
        return type.cast(value);
    }

    /** Confluent's client wraps whatever happened to its requests. */
    private static boolean isRegistryAway(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().equals(ANSWER)) {
                return statusOf(cause) >= SERVER_ERROR;
            }
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static int statusOf(Throwable answer) {
        try {
            return (int) answer.getClass().getMethod("getStatus").invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s has no status".formatted(answer.getClass()), e);
        }
    }
}
