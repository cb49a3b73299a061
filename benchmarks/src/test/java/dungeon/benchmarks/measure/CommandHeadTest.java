package dungeon.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Command;
import dungeon.schemas.StartGame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

class CommandHeadTest {
    private final CommandHead head = new CommandHead();

    @Test
    void readsTheIdOfEachCommand() throws IOException {
        for (int i = 0; i < 2; i++) {
            String commandId = UUID.randomUUID().toString();
            assertThat(head.commandId(framed(new Command(commandId, Instant.EPOCH, "g", null, new StartGame()))))
                    .isEqualTo(commandId);
        }
    }

    private static byte[] framed(Command command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[EventHead.FRAME_BYTES]);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(Command.class).write(command, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
