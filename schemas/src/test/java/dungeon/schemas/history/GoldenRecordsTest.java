package dungeon.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.serde.AvroDeserializer;
import dungeon.schemas.serde.SchemaHistory;
import dungeon.schemas.serde.StateSerde;
import dungeon.schemas.serde.TestRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of every version, checked in when the version was new, are read by today's code with the values that they were given. */
class GoldenRecordsTest {
    private static final int SINGLE_OBJECT_HEADER_BYTES = 10;

    @ParameterizedTest
    @MethodSource("envelopes")
    <T extends SpecificRecord> void readsEnvelopesOfEveryVersion(Class<T> type) throws IOException {
        Schema today = WrittenSchemas.schemaOf(type);
        try (TestRegistry registry = new TestRegistry();
                AvroDeserializer<T> deserializer = new AvroDeserializer<>(type)) {
            deserializer.configure(registry.clientConfig(), false);
            List<Schema> versions = SchemaHistory.of(today);
            for (int version = 1; version <= versions.size(); version++) {
                Schema writer = versions.get(version - 1);
                int id = registry.register("topic-value", writer);
                List<byte[]> samples = HistoryFiles.readSamples(today, version);
                assertThat(samples).hasSize(2 * payloads(writer));
                for (byte[] sample : samples) {
                    assertSame(generic(sample, writer), deserializer.deserialize("topic", wireFormat(sample, id)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("state")
    <T extends SpecificRecord> void readsStateOfEveryVersion(Class<T> type) throws IOException {
        Schema today = WrittenSchemas.schemaOf(type);
        List<Schema> versions = SchemaHistory.of(today);
        try (StateSerde<T> serde = new StateSerde<>(type)) {
            for (int version = 1; version <= versions.size(); version++) {
                List<byte[]> samples = HistoryFiles.readSamples(today, version);
                assertThat(samples).hasSize(2);
                for (byte[] sample : samples) {
                    assertSame(
                            generic(sample, versions.get(version - 1)),
                            serde.deserializer().deserialize("store", sample));
                }
            }
        }
    }

    static Stream<Class<? extends SpecificRecord>> envelopes() {
        return WrittenSchemas.ENVELOPES.stream();
    }

    static Stream<Class<? extends SpecificRecord>> state() {
        return WrittenSchemas.STATE.stream();
    }

    private static int payloads(Schema envelope) {
        return envelope.getField("payload").schema().getTypes().size();
    }

    private static byte[] wireFormat(byte[] sample, int id) {
        return ByteBuffer.allocate(sample.length - SINGLE_OBJECT_HEADER_BYTES + 5)
                .put((byte) 0)
                .putInt(id)
                .put(sample, SINGLE_OBJECT_HEADER_BYTES, sample.length - SINGLE_OBJECT_HEADER_BYTES)
                .array();
    }

    private static IndexedRecord generic(byte[] sample, Schema writer) throws IOException {
        byte[] record = Arrays.copyOfRange(sample, SINGLE_OBJECT_HEADER_BYTES, sample.length);
        return new GenericDatumReader<IndexedRecord>(writer)
                .read(null, DecoderFactory.get().binaryDecoder(record, null));
    }

    /** Compares the fields that both versions have, by name. */
    private static void assertSame(Object written, Object read) {
        if (written instanceof IndexedRecord record) {
            IndexedRecord other = (IndexedRecord) read;
            assertThat(other.getSchema().getName()).isEqualTo(record.getSchema().getName());
            for (Schema.Field field : record.getSchema().getFields()) {
                Schema.Field same = other.getSchema().getField(field.name());
                if (same != null) {
                    assertSame(record.get(field.pos()), other.get(same.pos()));
                }
            }
        } else if (written instanceof List<?> list) {
            assertThat((List<?>) read).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertSame(list.get(i), ((List<?>) read).get(i));
            }
        } else if (written instanceof CharSequence || written instanceof GenericEnumSymbol) {
            assertThat(read).hasToString(written.toString());
        } else if (read instanceof Instant time) {
            assertThat(time.toEpochMilli()).isEqualTo(written);
        } else if (read instanceof Number number) {
            assertThat(number.longValue()).isEqualTo(((Number) written).longValue());
        } else {
            assertThat(read).isEqualTo(written);
        }
    }
}
