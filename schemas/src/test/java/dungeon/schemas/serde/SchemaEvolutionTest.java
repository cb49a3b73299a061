package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dungeon.schemas.Command;
import dungeon.schemas.Direction;
import dungeon.schemas.MoveRobot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today's reader and commands that were written with an older or a newer schema. */
class SchemaEvolutionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestRegistry registry = new TestRegistry();
    private final AvroDeserializer<Command> deserializer = new AvroDeserializer<>(Command.class);

    @BeforeEach
    void configure() {
        deserializer.configure(registry.clientConfig(), false);
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void anOlderWriterWithoutAFieldGivesItsDefault() throws IOException {
        Schema older = changed(command -> fields(command).remove(3));
        assertThat(older.getField("playerId")).isNull();
        assertThat(read(older, move(older, "NE"))).isEqualTo(command(null, Direction.NE));
    }

    @Test
    void anOlderWriterWithoutACommandIsRead() throws IOException {
        Schema older = changed(command -> payloads(command).remove(11));
        assertThat(read(older, move(older, "NE"))).isEqualTo(command("p1", Direction.NE));
    }

    @Test
    void aNewerWritersFieldIsSkipped() throws IOException {
        Schema newer = changed(command -> fields(command)
                .insertObject(1)
                .put("name", "note")
                .put("type", "string")
                .put("default", "none"));
        GenericRecord record = move(newer, "NE");
        record.put("note", "new");
        assertThat(read(newer, record)).isEqualTo(command("p1", Direction.NE));
    }

    @Test
    void aNewerWritersSymbolIsUnknown() throws IOException {
        Schema newer = changed(command -> ((ArrayNode) enumOf(command).path("symbols")).insert(1, "UP"));
        assertThat(read(newer, move(newer, "UP"))).isEqualTo(command("p1", Direction.UNKNOWN));
        assertThat(read(newer, move(newer, "NE"))).isEqualTo(command("p1", Direction.NE));
    }

    @Test
    void aNewerWritersCommandIsUndecodableEvenIfItLooksLikeAnother() throws IOException {
        // Left to itself, Avro would read this as a StartGame, because the two have the same fields.
        assertNewCommandIsUndecodable("[]");
        // And this as a StartMining of the robot's own tile.
        assertNewCommandIsUndecodable("[{\"name\": \"robotId\", \"type\": \"string\"}]");
        assertNewCommandIsUndecodable("[{\"name\": \"destination\", \"type\": \"string\"}]");
    }

    private void assertNewCommandIsUndecodable(String fieldsOfNewCommand) throws IOException {
        Schema newer = changed(command -> {
            ObjectNode teleport = payloads(command).insertObject(0);
            teleport.put("type", "record")
                    .put("name", "Teleport")
                    .putRawValue("fields", new RawValue(fieldsOfNewCommand));
        });
        GenericRecord payload = new GenericData.Record(branch(newer, "Teleport"));
        payload.getSchema().getFields().forEach(field -> payload.put(field.pos(), "r1"));
        GenericRecord teleport = envelope(newer);
        teleport.put("payload", payload);
        assertThatThrownBy(() -> read(newer, teleport))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("Command of schema id")
                .hasMessageContaining("Teleport");
        assertThat(read(newer, move(newer, "NE"))).isEqualTo(command("p1", Direction.NE));
    }

    @Test
    void aWriterWithoutAFieldThatIsNeededIsUndecodable() throws IOException {
        Schema other = changed(command -> fields(command).remove(0));
        assertThatThrownBy(() -> read(other, move(other, "NE")))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("commandId");
    }

    private Command read(Schema writer, GenericRecord record) throws IOException {
        int id = registry.register("t-value", writer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).putInt(1, id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(writer).write(record, encoder);
        return deserializer.deserialize("t", out.toByteArray());
    }

    private static Command command(String playerId, Direction direction) {
        return new Command("c1", Samples.TIME, "g1", playerId, new MoveRobot("r1", direction));
    }

    private static GenericRecord move(Schema envelope, String direction) {
        Schema type = branch(envelope, "MoveRobot");
        GenericRecord payload = new GenericData.Record(type);
        payload.put("robotId", "r1");
        payload.put(
                "direction",
                new GenericData.EnumSymbol(type.getField("direction").schema(), direction));
        GenericRecord record = envelope(envelope);
        record.put("payload", payload);
        return record;
    }

    private static GenericRecord envelope(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        for (var field : schema.getFields()) {
            switch (field.name()) {
                case "commandId" -> record.put("commandId", "c1");
                case "issuedAt" -> record.put("issuedAt", Samples.TIME.toEpochMilli());
                case "gameId" -> record.put("gameId", "g1");
                case "playerId" -> record.put("playerId", "p1");
                default -> {
                    // The payload and new fields are the test's.
                }
            }
        }
        return record;
    }

    private static Schema branch(Schema envelope, String name) {
        return envelope.getField("payload").schema().getTypes().stream()
                .filter(type -> type.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Schema changed(Consumer<ObjectNode> change) throws JsonProcessingException {
        ObjectNode schema = (ObjectNode) JSON.readTree(Command.getClassSchema().toString());
        change.accept(schema);
        return new Schema.Parser().parse(schema.toString());
    }

    private static ArrayNode fields(JsonNode record) {
        return (ArrayNode) record.path("fields");
    }

    private static ArrayNode payloads(JsonNode envelope) {
        ArrayNode fields = fields(envelope);
        return (ArrayNode) fields.path(fields.size() - 1).path("type");
    }

    private static JsonNode enumOf(JsonNode envelope) {
        JsonNode move = StreamSupport.stream(payloads(envelope).spliterator(), false)
                .filter(type -> type.path("name").textValue().equals("MoveRobot"))
                .findFirst()
                .orElseThrow();
        return fields(move).path(1).path("type");
    }
}
