package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two builds, of which the newer one knows one kind of event more. */
class WriteVersionTest {
    private static final Schema OLDER = new Schema.Parser().parse("""
            {"type": "record", "name": "Happening", "fields": [
              {"name": "payload", "type": [{"type": "record", "name": "Moved", "fields": []}]}]}
            """);

    private static final Schema NEWER = new Schema.Parser().parse("""
            {"type": "record", "name": "Happening", "fields": [
              {"name": "payload", "type": [{"type": "record", "name": "Moved", "fields": []},
                {"type": "record", "name": "Teleported", "since": 2, "fields": []}]}]}
            """);

    @AfterEach
    void everythingMayBeWritten() {
        WriteVersion.set(WriteVersion.NEWEST);
    }

    @Test
    void whatIsNewIsNotWrittenBeforeTheVersionIsRaised() {
        WriteVersion.set(1);
        assertThatCode(() -> WriteVersion.check(happening("Moved"))).doesNotThrowAnyException();
        assertThat(WriteVersion.isWithheld(branch("Teleported"))).isTrue();
        assertThat(WriteVersion.isWithheld(branch("Moved"))).isFalse();
        assertThatThrownBy(() -> WriteVersion.check(happening("Teleported")))
                .isInstanceOf(SerializationException.class)
                .hasMessage("A Teleported in a Happening is written from write.version 2 on, and it is 1");
    }

    @Test
    void whatIsNewIsWrittenAfterTheVersionWasRaised() {
        WriteVersion.set(2);
        assertThatCode(() -> WriteVersion.check(happening("Teleported"))).doesNotThrowAnyException();
    }

    /** Until then an upgrade can be rolled back: the older build reads all that the newer one has written. */
    @Test
    void theOlderBuildReadsWhatTheNewerOneMayWriteAndNothingElse() throws Exception {
        assertThat(readByOlder(happening("Moved")).get("payload")).hasToString("{}");
        assertThatThrownBy(() -> readByOlder(happening("Teleported"))).isInstanceOf(AvroTypeException.class);
    }

    @Test
    void aBuildThatDoesNotKnowWhatWasRaisedDoesNotStart() {
        try (TestRegistry server = new TestRegistry()) {
            SchemaRegistry registry = new SchemaRegistry(RegistryConfig.from(server.clientConfig()));
            assertThat(WriteVersion.raise(registry, 1, 1)).isEmpty();
            assertThat(WriteVersion.raise(registry, 2, 2)).isEmpty();
            assertThat(WriteVersion.raise(registry, 2, 2)).isEmpty();
            assertThat(WriteVersion.raise(registry, 1, 1))
                    .singleElement()
                    .asString()
                    .contains("there is no way back");
            // A build that knows it may come with the older value, which some instances still have.
            assertThat(WriteVersion.raise(registry, 1, 2)).isEmpty();
        }
    }

    private static Schema branch(String name) {
        return NEWER.getField("payload").schema().getTypes().stream()
                .filter(branch -> branch.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static GenericRecord happening(String name) {
        GenericRecord happening = new GenericData.Record(NEWER);
        happening.put("payload", new GenericData.Record(branch(name)));
        return happening;
    }

    private static GenericRecord readByOlder(GenericRecord happening) throws Exception {
        byte[] bytes = HeadedRecord.bytes(new byte[0], new GenericDatumWriter<GenericRecord>(NEWER), happening);
        return new GenericDatumReader<GenericRecord>(WriterSchema.matchedByName(NEWER, OLDER), OLDER)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
