package dungeon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.PlayerEliminated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class EventHeadTest {
    private final EventHead head = new EventHead(Event.getClassSchema());

    @Test
    void readsTheCommandAndTheTypeOfAnEvent() throws IOException {
        String commandId = UUID.randomUUID().toString();
        Event event = new Event("g", 7L, Instant.EPOCH, commandId, "p", 0, new PlayerEliminated());
        assertThat(head.commandId(framed(event))).isEqualTo(commandId);
        assertThat(head.type(framed(event))).isEqualTo("PlayerEliminated");
    }

    @Test
    void readsAnEventWithoutACommand() throws IOException {
        Event event = new Event("g", 7L, Instant.EPOCH, null, null, 0, new GamePurged());
        assertThat(head.commandId(framed(event))).isNull();
        assertThat(head.type(framed(event))).isEqualTo("GamePurged");
    }

    private static byte[] framed(Event event) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[5]);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(Event.class).write(event, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
