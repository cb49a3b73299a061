package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dungeon.platform.envelope.Progress;
import dungeon.schemas.history.SampleRecords;
import dungeon.schemas.history.WrittenSchemas;
import dungeon.schemas.state.Robot;
import dungeon.schemas.state.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateSerdeTest {
    private static final int HEADER_BYTES = 10;

    @ParameterizedTest
    @MethodSource("state")
    <T extends SpecificRecord> void bytesAreMarkerFingerprintAndRecordAndComeBackTheSame(Class<T> type)
            throws IOException {
        Schema schema = WrittenSchemas.schemaOf(type);
        try (StateSerde<T> serde = new StateSerde<>(type)) {
            for (GenericRecord sample : SampleRecords.of(schema)) {
                byte[] bytes = singleObject(sample);
                T record = serde.deserializer().deserialize("store", bytes);
                assertThat(serde.serializer().serialize("store", record)).isEqualTo(bytes);
                assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(record);
            }
        }
    }

    @Test
    void nothingStaysNothing() {
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class)) {
            assertThat(serde.serializer().serialize("store", null)).isNull();
            assertThat(serde.deserializer().deserialize("store", null)).isNull();
        }
    }

    @Test
    void readsAnOlderVersion() throws IOException {
        Schema older = new Schema.Parser().parse("""
                        {"type": "record", "name": "Progress", "namespace": "dungeon.platform.envelope", "fields": [
                          {"name": "sequence", "type": "long"},
                          {"name": "forgotten", "type": "string"},
                          {"name": "timeMs", "type": "int"}]}
                        """);
        GenericRecord record = new GenericData.Record(older);
        record.put("sequence", 7L);
        record.put("forgotten", "gone");
        record.put("timeMs", 5);
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class, List.of(older))) {
            assertThat(serde.deserializer().deserialize("store", singleObject(record)))
                    .isEqualTo(Progress.newBuilder().setSequence(7).setTimeMs(5).build());
        }
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        try (StateSerde<Progress> serde = new StateSerde<>(Progress.class);
                StateSerde<Secret> other = new StateSerde<>(Secret.class)) {
            byte[] bytes = other.serializer().serialize("store", new Secret(ByteBuffer.allocate(32)));
            assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessageContaining("A record of store is no Progress of a known version")
                    .hasMessageContaining("newer build");
        }
    }

    @Test
    void refusesARecordThatLacksAValue() {
        try (StateSerde<Secret> serde = new StateSerde<>(Secret.class)) {
            assertThatThrownBy(() -> serde.serializer().serialize("store", new Secret()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("A Secret cannot be written")
                    .hasMessageContaining("seed");
        }
    }

    @Test
    void refusesGarbageWithoutTakingMuchMemory() throws IOException {
        Random random = new Random(20_260_131);
        byte[] good = singleObject(SampleRecords.of(Robot.getClassSchema()).get(0));
        try (StateSerde<Robot> serde = new StateSerde<>(Robot.class)) {
            for (int length = 0; length < good.length; length++) {
                assertUndecodable(serde, Arrays.copyOf(good, length));
            }
            assertUndecodable(serde, Arrays.copyOf(good, good.length + 1));
            int undecodable = 0;
            for (int i = 0; i < 5_000; i++) {
                byte[] bytes = good.clone();
                int place = random.nextInt(bytes.length - 5);
                // A length of two billion, as Avro writes it.
                ByteBuffer.wrap(bytes)
                        .put(place, new byte[] {-2, -1, -1, -1, 15})
                        .put(random.nextInt(bytes.length), (byte) i);
                long allocatedBefore = Allocation.bytesOfThisThread();
                undecodable += isUndecodable(serde, bytes) ? 1 : 0;
                assertThat(Allocation.bytesOfThisThread() - allocatedBefore).isLessThan(16L * 1024 * 1024);
            }
            assertThat(undecodable).isGreaterThan(2_500);
        }
    }

    static Stream<Class<? extends SpecificRecord>> state() {
        return WrittenSchemas.STATE.stream();
    }

    private static void assertUndecodable(StateSerde<Robot> serde, byte[] bytes) {
        assertThat(isUndecodable(serde, bytes)).as("%d bytes", bytes.length).isTrue();
    }

    private static boolean isUndecodable(StateSerde<Robot> serde, byte[] bytes) {
        try {
            serde.deserializer().deserialize("store", bytes);
            return false;
        } catch (UndecodableException e) {
            return true;
        }
    }

    /** The encoding by the book, written apart from the serde. */
    private static byte[] singleObject(GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(SchemaNormalization.parsingFingerprint64(record.getSchema()))
                .array());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        return out.toByteArray();
    }
}
