package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Command;
import dungeon.schemas.Direction;
import dungeon.schemas.Event;
import dungeon.schemas.MoveRobot;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireFormatTest {
    private final TestRegistry registry = new TestRegistry();
    private final AvroSerde<Command> commands = new AvroSerde<>(Command.class);
    private final AvroSerde<Event> events = new AvroSerde<>(Event.class);

    @BeforeEach
    void configure() {
        commands.configure(registry.clientConfig(), false);
        events.configure(registry.clientConfig(), false);
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void isAZeroByteTheIdInFourBytesAndTheRecord() {
        for (int i = 1; i < 258; i++) {
            registry.register("other", Schema.createFixed("F" + i, null, null, i));
        }
        byte[] bytes = commands.serializer().serialize(Samples.TOPIC, Samples.command());
        String expected = "00"
                + "00000102" // the id 258
                + "04" + "6331" // commandId, "c1"
                + "f4fbe4be8267" // issuedAt, 1 769 860 800 250 ms
                + "04" + "6731" // gameId, "g1"
                + "02" + "04" + "7031" // playerId, "p1"
                + "08" // the fifth branch, MoveRobot
                + "04" + "7231" // robotId, "r1"
                + "04"; // direction, the third symbol
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
    }

    @Test
    void roundTripKeepsEveryValue() {
        byte[] command = commands.serializer().serialize(Samples.TOPIC, Samples.command());
        byte[] event = events.serializer().serialize(Samples.TOPIC, Samples.event());
        assertThat(commands.deserializer().deserialize(Samples.TOPIC, command)).isEqualTo(Samples.command());
        assertThat(events.deserializer().deserialize(Samples.TOPIC, event)).isEqualTo(Samples.event());
    }

    @Test
    void nothingStaysNothing() {
        assertThat(commands.serializer().serialize(Samples.TOPIC, null)).isNull();
        assertThat(commands.deserializer().deserialize(Samples.TOPIC, null)).isNull();
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void refusesARecordOver512KiBBeforeItIsWritten() {
        int others = events.serializer().serialize("t", Samples.rejection(100_000)).length - 100_000;
        int fitting = 512 * 1024 - others;
        assertThat(events.serializer().serialize("t", Samples.rejection(fitting)))
                .hasSize(512 * 1024);
        assertThatThrownBy(() -> events.serializer().serialize("t", Samples.rejection(fitting + 1)))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessage("A Event of 524289 bytes for t is over the limit of 524288 bytes");
    }

    @Test
    void refusesARecordThatLacksAValueAndWritesTheNextOne() {
        Command incomplete = Samples.command();
        incomplete.setPayload(new MoveRobot(null, Direction.N));
        assertThatThrownBy(() -> commands.serializer().serialize(Samples.TOPIC, incomplete))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("A Command for dungeon.commands.v1 cannot be written")
                .hasMessageContaining("robotId");
        byte[] bytes = commands.serializer().serialize(Samples.TOPIC, Samples.command());
        assertThat(commands.deserializer().deserialize(Samples.TOPIC, bytes)).isEqualTo(Samples.command());
    }

    @Test
    void isNotForKeys() {
        try (var serializer = new AvroSerializer<Command>()) {
            assertThatThrownBy(() -> serializer.configure(registry.clientConfig(), true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("plain strings");
        }
    }
}
