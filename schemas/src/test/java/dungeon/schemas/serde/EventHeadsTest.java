package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.CommandRejected;
import dungeon.schemas.Event;
import dungeon.schemas.GamePurged;
import dungeon.schemas.RejectionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventHeadsTest {
    private static final String TOPIC = "dungeon.events.v1";
    private static final Event EVENT = new Event(
            "10000000-0000-4000-8000-000000000001",
            70_000L,
            Instant.ofEpochMilli(1_700_000_000_123L),
            "c1",
            null,
            3,
            new CommandRejected(RejectionCode.MALFORMED, "no", List.of()));

    private final TestRegistry registry = new TestRegistry();
    private final EventHeads heads = new EventHeads(Event.getClassSchema(), registry.clientConfig());

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void readsWhatStandsBeforeWhatHappened() {
        loadSchema();

        assertThat(heads.read(TOPIC, bytes(EVENT)))
                .contains(new EventHeads.Head(70_000, "c1", null, 3, "CommandRejected"));
        Event last = Event.newBuilder(EVENT)
                .setCommandId(null)
                .setPlayerId("p1")
                .setPayload(new GamePurged())
                .build();
        assertThat(heads.read(TOPIC, bytes(last))).contains(new EventHeads.Head(70_000, null, "p1", 3, "GamePurged"));
    }

    @Test
    void doesNotReadWhatHappened() {
        loadSchema();
        byte[] bytes = bytes(EVENT);

        assertThat(heads.read(TOPIC, Arrays.copyOf(bytes, bytes.length - 3))).isPresent();
    }

    @Test
    void refusesWhatIsNoEvent() {
        loadSchema();
        byte[] bytes = bytes(EVENT);

        for (int length = 0; length < 20; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> heads.read(TOPIC, cut)).isInstanceOf(UndecodableException.class);
        }
        bytes[4] = 99;
        assertThatThrownBy(() -> heads.read(TOPIC, bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("99");
    }

    @Test
    void leavesEventsThatBeginOtherwiseToWhoReadsAllOfThem() {
        Schema schema = Event.getClassSchema();
        List<Schema.Field> fields = new ArrayList<>(schema.getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        fields.add(1, new Schema.Field("note", Schema.create(Schema.Type.STRING)));
        Schema newer = Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
        int id = registry.register("other-value", newer);
        byte[] bytes = bytes(EVENT);
        bytes[4] = (byte) id;

        assertThat(heads.read(TOPIC, bytes)).isEmpty();
        assertThat(heads.read(TOPIC, bytes)).isEmpty();
    }

    @Test
    void leavesTheFirstEventOfASchemaToWhoReadsAllOfIt() {
        byte[] bytes = bytes(EVENT);

        assertThat(heads.read(TOPIC, bytes)).isEmpty();
        assertThat(heads.read(TOPIC, bytes)).isPresent();
    }

    private void loadSchema() {
        assertThat(heads.read(TOPIC, bytes(EVENT))).isEmpty();
    }

    private byte[] bytes(Event event) {
        AvroSerializer<Event> serializer = new AvroSerializer<>();
        serializer.configure(registry.clientConfig(), false);
        return serializer.serialize(TOPIC, event);
    }
}
