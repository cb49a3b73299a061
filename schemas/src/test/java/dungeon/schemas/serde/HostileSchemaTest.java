package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.schemas.LobbyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schemas that anybody could register, made so that a few bytes stand for billions of elements. */
@Timeout(60)
class HostileSchemaTest {
    private static final int ELEMENTS = 2_000_000_000;
    private static final long ALLOCATION_BYTES_MAXIMUM = 64L * 1024 * 1024;

    /** A writer whose areas have no fields, so that each takes no byte; the reader has a default for every field. */
    private static final String EMPTY_AREAS = lobbyCommand("""
            {"name": "gravity", "type": {"type": "array", "items":
              {"type": "record", "name": "GravityLayer", "fields": [
                {"name": "area", "type": {"type": "array", "items": {"type": "record", "name": "Area", "fields": []}}},
                {"name": "level", "type": "Gravity"}]}}}
            """);

    private static final String NULLS_TO_SKIP =
            lobbyCommand("{\"name\": \"nothing\", \"type\": {\"type\": \"array\", \"items\": \"null\"}}");

    private static final String DEEP_TO_SKIP = lobbyCommand("""
            {"name": "deep", "type": {"type": "record", "name": "Deep", "fields": [
              {"name": "next", "type": ["null", "Deep"]}]}}
            """);

    private final TestRegistry registry = new TestRegistry();
    private final AvroDeserializer<LobbyCommand> deserializer = new AvroDeserializer<>(LobbyCommand.class);

    @BeforeEach
    void configure() {
        deserializer.configure(registry.clientConfig(), false);
    }

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void aDefaultThatFitsNoKnownCommandIsNoReasonToStop() {
        assertUndecodable("""
                {"type": "record", "name": "LobbyCommand", "namespace": "dungeon.schemas", "fields": [
                  {"name": "payload", "type": [{"type": "record", "name": "Unheard", "fields": []}], "default": {}}]}
                """);
    }

    @Test
    void aSchemaThatIsTooDeepToBeReadIsNoReasonToStop() {
        int depth = 20_000;
        assertUndecodable("{\"type\": \"array\", \"items\": ".repeat(depth) + "\"int\"" + "}".repeat(depth));
    }

    private void assertUndecodable(String schema) {
        int id = registry.registerText(schema);
        byte[] bytes =
                ByteBuffer.allocate(6).put((byte) 0).putInt(id).put((byte) 0).array();
        assertThatThrownBy(() -> deserializer.deserialize("t", bytes)).isInstanceOf(UndecodableException.class);
    }

    @Test
    void elementsWithoutBytesAreNotMadeByTheBillion() throws IOException {
        assertRefusedAtLittleCost(EMPTY_AREAS, "Collection claims 2000000000 elements", out -> {
            out.writeInt(1); // one layer
            out.writeLong(ELEMENTS);
        });
    }

    @Test
    void elementsWithoutBytesAreNotSkippedByTheBillion() throws IOException {
        assertRefusedAtLittleCost(NULLS_TO_SKIP, "Cannot allocate 2000000000 collection elements", out -> {
            for (int block = 0; block < 50_000; block++) {
                out.writeLong(ELEMENTS);
            }
        });
    }

    @Test
    void depthEndsWithTheStack() throws IOException {
        assertRefusedAtLittleCost(DEEP_TO_SKIP, "StackOverflowError", out -> {
            for (int level = 0; level < 400_000; level++) {
                out.writeIndex(1);
            }
        });
    }

    @FunctionalInterface
    private interface Tail {
        void writeTo(BinaryEncoder out) throws IOException;
    }

    private void assertRefusedAtLittleCost(String schema, String reason, Tail tail) throws IOException {
        byte[] bytes = record(schema, tail);
        long allocatedBefore = Allocation.bytesOfThisThread();
        assertThatThrownBy(() -> deserializer.deserialize("t", bytes))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining(reason);
        assertThat(Allocation.bytesOfThisThread() - allocatedBefore).isLessThan(ALLOCATION_BYTES_MAXIMUM);
    }

    private byte[] record(String schema, Tail tail) throws IOException {
        int id = registry.register("t-value", new Schema.Parser().parse(schema));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(5).putInt(1, id).array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        encoder.writeString("command");
        encoder.writeLong(0); // issuedAt
        encoder.writeString("subject");
        encoder.writeIndex(0); // CreateMapType
        encoder.writeString("map type");
        encoder.writeString("name");
        encoder.writeInt(2);
        encoder.writeInt(2);
        encoder.writeEnum(0);
        tail.writeTo(encoder);
        return out.toByteArray();
    }

    private static String lobbyCommand(String lastFieldOfMapType) {
        return """
                {"type": "record", "name": "LobbyCommand", "namespace": "dungeon.schemas", "fields": [
                  {"name": "commandId", "type": "string"},
                  {"name": "issuedAt", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                  {"name": "subject", "type": "string"},
                  {"name": "payload", "type": [
                    {"type": "record", "name": "CreateMapType", "fields": [
                      {"name": "mapTypeId", "type": "string"},
                      {"name": "map", "type": {"type": "record", "name": "MapType", "fields": [
                        {"name": "name", "type": "string"},
                        {"name": "width", "type": "int"},
                        {"name": "height", "type": "int"},
                        {"name": "defaultGravity", "type": {"type": "enum", "name": "Gravity", "symbols": ["LIGHT"]}},
                        %s
                      ]}}]}]}]}
                """.formatted(lastFieldOfMapType);
    }
}
