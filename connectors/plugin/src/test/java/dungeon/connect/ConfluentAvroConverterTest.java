package dungeon.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfluentAvroConverterTest {
    private static final Schema MOVE = SchemaBuilder.struct()
            .name("test.Move")
            .field("robot", Schema.STRING_SCHEMA)
            .field("energy", Schema.OPTIONAL_INT32_SCHEMA)
            .build();

    private final EventSamples samples = new EventSamples();
    private final ConfluentAvroConverter converter = samples.converter;

    @AfterEach
    void close() {
        samples.close();
    }

    @Test
    void readsEveryTypeOfEvent() throws IOException {
        for (EventSamples.Sample<Event> sample : samples.of(Event.class)) {
            SchemaAndValue read = converter.toConnectData(EventSamples.TOPIC, sample.bytes());
            Struct envelope = (Struct) read.value();
            envelope.validate();
            assertThat(envelope.schema().name()).isEqualTo("dungeon.schemas.Event");
            assertThat(envelope.getString("gameId")).isEqualTo(sample.event().getGameId());
            assertThat(envelope.getInt64("sequence")).isEqualTo(sample.event().getSequence());
            assertThat(envelope.get("time")).isEqualTo(Date.from(sample.event().getTime()));
        }
    }

    @Test
    void readsWhatANewerServiceWrites() {
        org.apache.avro.Schema newer = new org.apache.avro.Schema.Parser().parse("""
                {"type": "record", "name": "Event", "namespace": "dungeon.schemas", "fields": [
                  {"name": "gameId", "type": "string"},
                  {"name": "mood", "type": {"type": "enum", "name": "Mood", "symbols": ["GOOD", "BAD"]}}]}""");
        int id = samples.registry.register("newer-value", newer);
        byte[] bytes = {0, 0, 0, 0, (byte) id, 2, 'g', 2};
        Struct event = (Struct) converter.toConnectData("newer", bytes).value();
        assertThat(event.getString("gameId")).isEqualTo("g");
        assertThat(event.getString("mood")).isEqualTo("BAD");
    }

    @Test
    void writesWhatItReads() {
        Struct move = new Struct(MOVE).put("robot", "r1").put("energy", 17);
        byte[] bytes = converter.fromConnectData("moves", MOVE, move);
        assertThat(samples.registry.requestLines()).contains("POST /subjects/moves-value/versions");
        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, 1);
        Struct read = (Struct) converter.toConnectData("moves", bytes).value();
        assertThat(read.getString("robot")).isEqualTo("r1");
        assertThat(read.getInt32("energy")).isEqualTo(17);
    }

    @Test
    void keysHaveASubjectOfTheirOwn() {
        ConfluentAvroConverter keys = new ConfluentAvroConverter();
        keys.configure(samples.registry.clientConfig(), true);
        byte[] bytes = keys.fromConnectData("moves", Schema.STRING_SCHEMA, "r1");
        assertThat(samples.registry.requestLines()).contains("POST /subjects/moves-key/versions");
        assertThat(keys.toConnectData("moves", bytes).value()).isEqualTo("r1");
    }

    @Test
    void whatHasNoValueStaysSo() {
        assertThat(converter.toConnectData("moves", null)).isEqualTo(SchemaAndValue.NULL);
        assertThat(converter.fromConnectData("moves", null, null)).isNull();
    }

    @Test
    void saysWhatIsWrongWithBytes() throws IOException {
        byte[] whole = samples.of(Event.class).get(0).bytes();
        byte[] unknown = ByteBuffer.wrap(whole.clone()).putInt(1, 999).array();
        byte[] otherMagic = whole.clone();
        otherMagic[0] = 1;
        assertRefused(
                new byte[] {0, 0, 0}, "3 bytes on dungeon.events.v1 do not begin with a zero byte and a schema id");
        assertRefused(otherMagic, "do not begin with a zero byte and a schema id");
        assertRefused(unknown, "names the schema id 999, which the registry does not know");
        assertRefused(
                Arrays.copyOf(whole, whole.length - 1), "The bytes are no record of schema id 1 on dungeon.events.v1");
        assertRefused(
                Arrays.copyOf(whole, whole.length + 1), "The bytes go on after the end of the record of schema id 1");
    }

    private void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> converter.toConnectData(EventSamples.TOPIC, bytes))
                .isExactlyInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsToBeAskedAgain() throws IOException {
        byte[] bytes = samples.of(Event.class).get(0).bytes();
        samples.registry.failNext(4, 503, "");
        assertThatThrownBy(() -> converter.toConnectData(EventSamples.TOPIC, bytes))
                .isExactlyInstanceOf(RetriableException.class)
                .hasMessageContaining("did not answer");
        assertThat(converter.toConnectData(EventSamples.TOPIC, bytes).value()).isNotNull();
    }

    @Test
    void aRegistryThatRefusesIsNot() throws IOException {
        byte[] bytes = samples.of(Event.class).get(0).bytes();
        samples.registry.failNext(1, 401, "who are you?");
        assertThatThrownBy(() -> converter.toConnectData(EventSamples.TOPIC, bytes))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContaining("answered 401");
    }

    @Test
    void asksForEachSchemaOnce() throws IOException {
        List<EventSamples.Sample<Event>> all = samples.of(Event.class);
        all.forEach(sample -> converter.toConnectData(EventSamples.TOPIC, sample.bytes()));
        int before = samples.registry.requests().size();
        all.forEach(sample -> converter.toConnectData(EventSamples.TOPIC, sample.bytes()));
        assertThat(samples.registry.requests()).hasSize(before);
    }

    @Test
    void refusesSettingsWithoutARegistry() {
        assertThatThrownBy(() -> new ConfluentAvroConverter().configure(Map.of(), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url is not set");
    }
}
