package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.Command;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What other clients write in another way than ours is named, and never read as something else. */
class UnsupportedTypesTest {
    private static final String MILLIS = "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}";
    private static final String STRING = "{\"type\":\"string\",\"avro.java.string\":\"String\"}";
    private static final String FIXED = "{\"type\":\"fixed\",\"name\":\"Uuid\",\"size\":16,\"logicalType\":\"uuid\"}";

    @Test
    void microsecondsAreNotTakenForMilliseconds() {
        assertRefused(
                ofCommand(MILLIS, "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}"),
                "/issuedAt is timestamp-micros, and must be timestamp-millis");
    }

    @Test
    void anUnknownUnitIsNotTakenForMilliseconds() {
        assertRefused(
                ofCommand(MILLIS, "{\"type\":\"long\",\"logicalType\":\"fortnights\"}"),
                "/issuedAt is fortnights, and must be timestamp-millis");
    }

    @Test
    void uuidsInSixteenBytesAreNamed() {
        assertRefused(
                ofCommand("\"commandId\",\"type\":" + STRING, "\"commandId\",\"type\":" + FIXED),
                "/commandId is a fixed uuid of 16 bytes, and must be a string");
        assertRefused(
                ofCommand("\"playerId\",\"type\":[\"null\"," + STRING, "\"playerId\",\"type\":[\"null\"," + FIXED),
                "/playerId is a fixed uuid of 16 bytes, and must be a string");
        assertRefused(
                ofCommand("\"robotId\",\"type\":" + STRING, "\"robotId\",\"type\":" + FIXED),
                "/payload/robotId is a fixed uuid of 16 bytes, and must be a string");
    }

    @Test
    void aNumberWithoutAUnitIsTakenAsMilliseconds() {
        assertThat(UnsupportedTypes.in(ofCommand(MILLIS, "\"long\""), Command.getClassSchema()))
                .isNull();
    }

    @Test
    void aStringThatIsSaidToBeAUuidIsAString() {
        Schema uuids = ofCommand(STRING, "{\"type\":\"string\",\"logicalType\":\"uuid\"}");
        assertThat(UnsupportedTypes.in(uuids, Command.getClassSchema())).isNull();
    }

    @Test
    void theSchemaIdInAHeaderIsNamed() {
        Headers headers = new RecordHeaders().add("__value_schema_id", new byte[17]);
        byte[] bytes = "no prefix".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> reader(Command.getClassSchema()).deserialize("t", headers, bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("the header __value_schema_id is not supported");
    }

    private static void assertRefused(Schema writer, String reason) {
        assertThatThrownBy(() -> reader(writer).deserialize("t", new byte[10]))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("The schema id 0 of a record on t is not supported: " + reason);
    }

    private static AvroDeserializer<Command> reader(Schema writer) {
        return new AvroDeserializer<>(Command.class, id -> writer);
    }

    /** The schema of commands with the first of some text replaced by another one. */
    private static Schema ofCommand(String text, String by) {
        String ours = Command.getClassSchema().toString();
        assertThat(ours).contains(text);
        return new Schema.Parser().parse(ours.replaceFirst(Pattern.quote(text), by));
    }
}
