package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State that passes between two builds, of which this is the older one. */
class StateSchemasTest {
    /** What the next build writes: it has one field more, and does without another. */
    private static final Schema NEWER = new Schema.Parser().parse("""
            {"type": "record", "name": "Progress", "namespace": "dungeon.platform.envelope", "fields": [
              {"name": "sequence", "type": "long", "default": 0},
              {"name": "timeMs", "type": "long", "default": 0},
              {"name": "mood", "type": "string", "default": "good"}]}
            """);

    private static final Progress AS_READ_HERE =
            Progress.newBuilder().setSequence(7).setTimeMs(5).build();

    private TestRegistry server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() {
        server = new TestRegistry();
        registry = new SchemaRegistry(RegistryConfig.from(server.clientConfig()));
    }

    @AfterEach
    void stop() {
        StateSchemas.lookUpIn(null);
        server.close();
    }

    /** A rolling upgrade, and one that is rolled back. */
    @Test
    void whatANewerBuildWroteIsReadOnceItsSchemaIsRegistered() throws IOException {
        StateSchemas.register(registry, List.of(Progress.getClassSchema()));
        StateSchemas.register(new SchemaRegistry(RegistryConfig.from(server.clientConfig())), List.of(NEWER));
        int before = server.requests().size();
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class)) {
            for (int i = 0; i < 3; i++) {
                assertThat(serde.deserializer().deserialize("store", newer())).isEqualTo(AS_READ_HERE);
            }
            byte[] own = serde.serializer().serialize("store", AS_READ_HERE);
            assertThat(serde.deserializer().deserialize("store", own)).isEqualTo(AS_READ_HERE);
        }
        String subject = "/subjects/state.dungeon.platform.envelope.Progress.%016x"
                .formatted(SchemaNormalization.parsingFingerprint64(NEWER));
        assertThat(server.requestLines().subList(before, server.requests().size()))
                .containsExactly("GET " + subject + "/versions", "GET " + subject + "/versions/1");
    }

    @Test
    void whatNobodyRegisteredIsAskedForOnceInAWhile() throws IOException {
        StateSchemas.register(registry, List.of(Progress.getClassSchema()));
        int before = server.requests().size();
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class)) {
            byte[] bytes = newer();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                        .isInstanceOf(UndecodableException.class)
                        .hasMessageContaining("newer build");
            }
        }
        assertThat(server.requests()).hasSize(before + 1);
    }

    @Test
    void aSchemaThatIsNotTheOneAskedForIsNotUsed() throws IOException {
        StateSchemas.register(registry, List.of(Progress.getClassSchema()));
        server.register(StateSchemas.subjectOf(NEWER), Progress.getClassSchema());
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class)) {
            byte[] bytes = newer();
            assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                    .isInstanceOf(UndecodableException.class);
        }
    }

    @Test
    void aRegistryThatIsAwayIsSaidToBeAway() throws IOException {
        StateSchemas.register(registry, List.of(Progress.getClassSchema()));
        server.failNext(100, 503, "");
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class)) {
            byte[] bytes = newer();
            assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    private static byte[] newer() throws IOException {
        GenericRecord record = new GenericData.Record(NEWER);
        record.put("sequence", 7L);
        record.put("timeMs", 5L);
        record.put("mood", "splendid");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(SchemaNormalization.parsingFingerprint64(NEWER))
                .array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(NEWER).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
