package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Command;
import dungeon.schemas.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndecodableBytesTest {
    private final TestRegistry registry = new TestRegistry();
    private final AvroSerde<Command> serde = new AvroSerde<>(Command.class);
    private byte[] good;

    @BeforeEach
    void writeAGoodRecord() {
        serde.configure(registry.clientConfig(), false);
        good = serde.serializer().serialize("t", Samples.command());
    }

    @AfterEach
    void goodRecordsAreStillReadAndRegistryIsClosed() {
        assertThat(serde.deserializer().deserialize("t", good)).isEqualTo(Samples.command());
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void refusesBytesThatAreTooFew(int length) {
        assertUndecodable(new byte[length], length + " bytes on t that do not begin with a zero byte and a schema id");
    }

    @Test
    void refusesAnotherMagicByte() {
        good[0] = 1;
        byte[] bad = good.clone();
        good[0] = 0;
        assertUndecodable(bad, "do not begin with a zero byte");
    }

    @Test
    void refusesAPlainText() {
        assertUndecodable("{\"type\":\"MoveRobot\"}".getBytes(StandardCharsets.UTF_8), "zero byte");
    }

    @Test
    void refusesAnEmptyRecord() {
        assertUndecodable(Arrays.copyOf(good, 5), "The bytes are no Command of schema id 1 on t");
    }

    @Test
    void refusesBytesAfterTheEnd() {
        assertUndecodable(Arrays.copyOf(good, good.length + 1), "go on after the end of the Command");
    }

    @ParameterizedTest
    @ValueSource(ints = {99, -1, 0})
    void refusesAnIdThatTheRegistryDoesNotKnow(int id) {
        assertUndecodable(withId(id), "names the schema id " + id + ", which the registry does not know");
    }

    @Test
    void refusesAnotherRecord() {
        int id = registry.register("other-value", Event.getClassSchema());
        assertUndecodable(withId(id), "is a dungeon.schemas.Event, and a dungeon.schemas.Command is expected");
    }

    @Test
    void refusesWhatIsNoRecord() {
        int text = registry.register("other-value", Schema.create(Schema.Type.STRING));
        assertUndecodable(withId(text), "a dungeon.schemas.Command is expected");
        int namesake = registry.register("other-value", Schema.createFixed("Command", null, "dungeon.schemas", 3));
        assertUndecodable(withId(namesake), "a dungeon.schemas.Command is expected");
    }

    @Test
    void refusesAnIdThatIsNoAvroSchema() {
        assertUndecodable(withId(registry.registerText("message Command {}")), "is no Avro schema");
        assertUndecodable(withId(registry.registerText("{\"type\": \"record\"}")), "is no Avro schema");
        assertUndecodable(withId(registry.registerText("[".repeat(5_000))), "is no Avro schema");
    }

    @Test
    void doesNotCondemnBytesWhileTheRegistryIsDown() {
        try (AvroDeserializer<Command> deserializer = new AvroDeserializer<>(Command.class)) {
            deserializer.configure(
                    Map.of(
                            RegistryConfig.URL,
                            registry.url(),
                            RegistryConfig.RETRY_WAIT_MS,
                            0,
                            RegistryConfig.RETRIES,
                            1),
                    false);
            registry.failNext(2, 503, "");
            assertThatThrownBy(() -> deserializer.deserialize("t", good))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThat(deserializer.deserialize("t", good)).isEqualTo(Samples.command());
        }
    }

    @Test
    void doesNotCondemnBytesBecauseOfAnAnswerFromElsewhere() {
        try (AvroDeserializer<Command> deserializer = new AvroDeserializer<>(Command.class)) {
            deserializer.configure(registry.clientConfig(), false);
            registry.failNext(1, 404, "{\"error_code\":0,\"message\":\"Could not find resource for full path\"}");
            assertThatThrownBy(() -> deserializer.deserialize("t", good)).isInstanceOf(RegistryRejectedException.class);
            assertThat(deserializer.deserialize("t", good)).isEqualTo(Samples.command());
        }
    }

    private void assertUndecodable(byte[] bytes, String message) {
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(message);
    }

    private byte[] withId(int id) {
        return ByteBuffer.wrap(good.clone()).putInt(1, id).array();
    }
}
