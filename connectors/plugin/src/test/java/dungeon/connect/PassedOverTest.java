package dungeon.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassedOverTest {
    private static final byte[] GARBAGE = {1, 2, 3};
    /** {@code printf '\\001\\002\\003' | sha256sum}. */
    private static final String HASH = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

    @TempDir
    private Path folder;

    private final EventSamples samples = new EventSamples();

    @AfterEach
    void close() {
        samples.close();
    }

    @Test
    void whatCannotBeReadStopsTheConnectorUntilSomebodyHasWrittenDownThatItIsLeftOut() throws IOException {
        Path file = folder.resolve("passed-over.txt");
        samples.leaveOut(file);
        assertThatThrownBy(() -> read(GARBAGE))
                .isExactlyInstanceOf(DataException.class)
                .hasNoCause()
                .hasMessage(
                        "3 bytes on %s do not begin with a zero byte and a schema id; is this a topic of Avro records? To leave it out, write the line %s into %s",
                        EventSamples.TOPIC, HASH, file);
        Files.writeString(file, "# looked at on a Sunday\n\nffff\n");
        assertThatThrownBy(() -> read(GARBAGE)).isExactlyInstanceOf(DataException.class);
        Files.writeString(file, "# looked at on a Sunday\n\nffff\n  %s # a curl of mine\n".formatted(HASH));
        assertThat(PassedOver.isIn(read(GARBAGE).schema())).isTrue();
    }

    @Test
    void whatIsLeftOutIsNeitherARowNorTheEndOfOne() throws IOException {
        Path file = Files.writeString(folder.resolve("passed-over.txt"), HASH);
        samples.leaveOut(file);
        SchemaAndValue left = read(GARBAGE);
        try (EventRow<SinkRecord> events = new EventRow<>();
                StateRow<SinkRecord> states = new StateRow<>()) {
            events.configure(Map.of());
            states.configure(Map.of());
            assertThat(events.apply(record(EventSamples.TOPIC, left))).isNull();
            assertThat(states.apply(record("db.robot.ecst.v1", left))).isNull();
        }
    }

    @Test
    void whatCanBeReadIsThereWhateverTheFileSays() throws IOException {
        samples.leaveOut(Files.writeString(folder.resolve("passed-over.txt"), HASH));
        assertThat(PassedOver.isIn(read(samples.of(Event.class).get(0).bytes()).schema()))
                .isFalse();
    }

    @Test
    void aFileThatIsNoTextStopsTheConnectorAndIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("passed-over.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
        samples.leaveOut(file);
        assertThatThrownBy(() -> read(GARBAGE))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageStartingWith(file + " cannot be read");
    }

    @Test
    void whereNoFileIsSetTheSettingIsNamed() {
        assertThatThrownBy(() -> read(GARBAGE))
                .hasMessageEndingWith("To leave it out, name a file with its SHA-256, %s, in passed.over.file", HASH);
    }

    private SchemaAndValue read(byte[] bytes) {
        return samples.converter.toConnectData(EventSamples.TOPIC, bytes);
    }

    private static SinkRecord record(String topic, SchemaAndValue value) {
        return new SinkRecord(topic, 0, null, "k", value.schema(), value.value(), 0);
    }
}
