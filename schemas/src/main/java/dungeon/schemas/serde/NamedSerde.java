package dungeon.schemas.serde;

import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
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
    /** The request took too long, or there were too many. */
    private static final Set<Integer> WORTH_REPEATING = Set.of(408, 429);

    /** The registry's own code: it knows no schema of this id. */
    private static final int UNKNOWN_SCHEMA = 40403;

    /** What Confluent makes of 401 and 403. */
    private static final Set<String> REFUSALS =
            Set.of("InvalidConfigurationException", "AuthorizationException", "AuthenticationException");

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
        } catch (RuntimeException e) {
            throwIfOfTheRegistry(e, topic);
            throw e;
        }
    }

    private T read(String topic, byte[] bytes) {
        Object value;
        try {
            value = serde.deserializer().deserialize(topic, bytes);
        } catch (RuntimeException | StackOverflowError e) {
            throwIfOfTheRegistry(e, topic);
            throw new UndecodableException(
                    "%d bytes on %s are no %s: %s".formatted(bytes.length, topic, type.getSimpleName(), e), e);
        }
        if (value != null && !type.isInstance(value)) {
            throw new UndecodableException("A record on %s is a %s, and a %s is expected"
                    .formatted(topic, value.getClass().getName(), type.getName()));
        }
        return type.cast(value);
    }

    /**
     * Confluent's client wraps whatever happened to its requests, and its Avro throws IOExceptions of bytes that end too soon. So what
     * is of the registry is known by the answer, by the network's exceptions, and by those that Confluent makes of a refusal.
     */
    private static void throwIfOfTheRegistry(Throwable thrown, String topic) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean isAnswer = cause.getClass().getSimpleName().equals(ANSWER);
            int status = isAnswer ? number(cause, "getStatus") : 0;
            if (isOfTheNetwork(cause) || status >= SERVER_ERROR || WORTH_REPEATING.contains(status)) {
                throw new RegistryUnavailableException(
                        "No schema registry for %s: %s".formatted(topic, thrown), thrown);
            }
            boolean isRefusal = isAnswer && number(cause, "getErrorCode") != UNKNOWN_SCHEMA;
            if (isRefusal || REFUSALS.contains(cause.getClass().getSimpleName())) {
                throw new RegistryRejectedException(
                        "The schema registry refuses a request for %s: %s".formatted(topic, thrown), status);
            }
        }
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof SSLException
                || cause instanceof InterruptedIOException
                || cause instanceof TimeoutException
                || cause.getClass().getPackageName().equals("java.net");
    }

    private static int number(Throwable answer, String getter) {
        try {
            return (int) answer.getClass().getMethod(getter).invoke(answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s has no %s".formatted(answer.getClass(), getter), e);
        }
    }
}
