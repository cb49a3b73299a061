package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Command;
import java.io.EOFException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another serde in the place of ours, by one setting. */
class NamedSerdeTest {
    private static final String TOPIC = Samples.TOPIC;

    private final TestRegistry registry = new TestRegistry();

    /** What Confluent's client throws, by its name. */
    public static final class RestClientException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final int errorCode;

        RestClientException(int status, int errorCode) {
            super("status " + status);
            this.status = status;
            this.errorCode = errorCode;
        }

        public int getErrorCode() {
            return errorCode;
        }

        public int getStatus() {
            return status;
        }
    }

    /** Behaves as a serde of somebody else does that was told by the topic's name what goes wrong. */
    public static final class Strange implements Serde<Object> {
        private final Serde<Command> ours = new AvroSerde<>(Command.class);

        @Override
        public void configure(Map<String, ?> config, boolean isKey) {
            Map<String, Object> without = new HashMap<>(config);
            without.remove(AvroSerde.CLASS);
            ours.configure(without, isKey);
        }

        @Override
        public Serializer<Object> serializer() {
            return (topic, value) -> {
                failAsToldBy(topic);
                return topic.equals("large")
                        ? new byte[AvroSerializer.RECORD_BYTES_MAXIMUM + 1]
                        : ours.serializer().serialize(TOPIC, (Command) value);
            };
        }

        @Override
        public Deserializer<Object> deserializer() {
            return (topic, bytes) -> {
                failAsToldBy(topic);
                return topic.equals("other") ? "a text" : ours.deserializer().deserialize(TOPIC, bytes);
            };
        }

        private static void failAsToldBy(String topic) {
            switch (topic) {
                case "away" -> throw new SerializationException(new ConnectException("refused"));
                case "slow" -> throw new TimeoutException("slow");
                case "down" -> throw new SerializationException(new RestClientException(503, 0));
                case "busy" -> throw new SerializationException(new RestClientException(429, 0));
                case "secret" -> throw new SerializationException(new RestClientException(403, 0));
                case "unknown" -> throw new SerializationException(new RestClientException(404, 40403));
                case "short" -> throw new SerializationException(new EOFException());
                case "odd" -> throw new IllegalStateException("odd");
                default -> {}
            }
        }
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    private AvroSerde<Command> serde(String className) {
        AvroSerde<Command> serde = new AvroSerde<>(Command.class);
        Map<String, Object> config = new HashMap<>(registry.clientConfig());
        config.put(AvroSerde.CLASS, className);
        serde.configure(config, false);
        return serde;
    }

    private AvroSerde<Command> strange() {
        return serde(Strange.class.getName());
    }

    @Test
    void isUsedInsteadOfOurs() {
        byte[] bytes = strange().serializer().serialize(TOPIC, Samples.command());
        assertThat(strange().deserializer().deserialize(TOPIC, bytes)).isEqualTo(Samples.command());
        assertThatThrownBy(() -> strange().serializer().serialize("odd", Samples.command()))
                .hasMessage("odd");
    }

    @Test
    void tellsARegistryThatIsAwayFromBytesThatNobodyCanRead() {
        for (String topic : new String[] {"away", "slow", "down", "busy"}) {
            assertThatThrownBy(() -> strange().deserializer().deserialize(topic, new byte[9]))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThatThrownBy(() -> strange().serializer().serialize(topic, Samples.command()))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
        for (String topic : new String[] {"unknown", "odd", "short"}) {
            assertThatThrownBy(() -> strange().deserializer().deserialize(topic, new byte[9]))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageStartingWith("9 bytes on %s are no Command: ".formatted(topic));
        }
        assertThatThrownBy(() -> strange().serializer().serialize("unknown", Samples.command()))
                .isExactlyInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> strange().deserializer().deserialize("secret", new byte[9]))
                .isInstanceOf(RegistryRejectedException.class);
    }

    @Test
    void givesNothingButTheTypeThatIsExpected() {
        assertThatThrownBy(() -> strange().deserializer().deserialize("other", new byte[9]))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("A record on other is a java.lang.String, and a dungeon.schemas.Command is expected");
    }

    @Test
    void writesNothingOverTheLimit() {
        assertThatThrownBy(() -> strange().serializer().serialize("large", Samples.command()))
                .isInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void saysWhatIsWrongWithTheSetting() {
        assertThatThrownBy(() -> serde("io.confluent.None"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith(
                        "Invalid value io.confluent.None for configuration avro.serde.class: it has to be a"
                                + " serde on the class path with a constructor without parameters: java.lang.ClassNotFoundException");
        assertThatThrownBy(() -> serde(String.class.getName())).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> serde(Serdes.WrapperSerde.class.getName())).isInstanceOf(ConfigException.class);
    }
}
