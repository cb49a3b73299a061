package dungeon.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.history.SampleRecords;
import dungeon.schemas.history.WrittenSchemas;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages good records in thousands of ways; whatever comes of it is a record or an {@link UndecodableException}. */
class MutatedBytesTest {
    private static final long SEED = 20_260_131;
    private static final int RECORDS = 20_000;
    private static final long RECORD_ALLOCATION_BYTES_MAXIMUM = 16L * 1024 * 1024;

    /** The longest numbers of 4 and of 8 bytes, and the most negative ones, as lengths are written. */
    private static final List<byte[]> HOSTILE_LENGTHS = List.of(
            bytes(0xFE, 0xFF, 0xFF, 0xFF, 0x0F),
            bytes(0xFF, 0xFF, 0xFF, 0xFF, 0x0F),
            bytes(0xEE, 0xFF, 0xFF, 0xFF, 0x0F),
            bytes(0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01),
            bytes(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01),
            bytes(0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF));

    @ParameterizedTest
    @MethodSource("envelopes")
    @Timeout(120)
    <T extends SpecificRecord> void damagedRecordsAreReadOrUndecodable(Class<T> type) throws IOException {
        Random random = new Random(SEED);
        try (TestRegistry registry = new TestRegistry();
                AvroDeserializer<T> deserializer = new AvroDeserializer<>(type)) {
            deserializer.configure(registry.clientConfig(), false);
            List<byte[]> good = goodRecords(registry, WrittenSchemas.schemaOf(type));
            good.forEach(
                    bytes -> assertThat(deserializer.deserialize("t", bytes)).isNotNull());

            int undecodable = 0;
            for (int i = 0; i < RECORDS; i++) {
                byte[] bytes = damaged(good.get(i % good.size()), random);
                long allocatedBefore = Allocation.bytesOfThisThread();
                if (!isRecord(deserializer, bytes)) {
                    undecodable++;
                }
                assertThat(Allocation.bytesOfThisThread() - allocatedBefore)
                        .isLessThan(RECORD_ALLOCATION_BYTES_MAXIMUM);
            }

            assertThat(undecodable).isBetween(RECORDS / 4, RECORDS - RECORDS / 20);
            good.forEach(
                    bytes -> assertThat(deserializer.deserialize("t", bytes)).isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    @Timeout(120)
    <T extends SpecificRecord> void everyRecordThatIsCutOffIsUndecodable(Class<T> type) throws IOException {
        try (TestRegistry registry = new TestRegistry();
                AvroDeserializer<T> deserializer = new AvroDeserializer<>(type)) {
            deserializer.configure(registry.clientConfig(), false);
            for (byte[] bytes : goodRecords(registry, WrittenSchemas.schemaOf(type))) {
                for (int length = 0; length < bytes.length; length++) {
                    assertThat(isRecord(deserializer, Arrays.copyOf(bytes, length)))
                            .as("%d of %d bytes", length, bytes.length)
                            .isFalse();
                }
            }
        }
    }

    static Stream<Class<? extends SpecificRecord>> envelopes() {
        return WrittenSchemas.ENVELOPES.stream();
    }

    private static boolean isRecord(AvroDeserializer<?> deserializer, byte[] bytes) {
        try {
            return deserializer.deserialize("t", bytes) != null;
        } catch (UndecodableException e) {
            return false;
        }
    }

    private static List<byte[]> goodRecords(TestRegistry registry, Schema schema) throws IOException {
        int id = registry.register("t-value", schema);
        List<byte[]> records = new ArrayList<>();
        for (GenericRecord sample : SampleRecords.of(schema)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(5).putInt(1, id).array());
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(schema).write(sample, encoder);
            records.add(out.toByteArray());
        }
        return records;
    }

    /** Leaves the schema's id as it is, since an unknown one is a simple case of its own. */
    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int place = 5 + random.nextInt(bytes.length - 5);
        switch (random.nextInt(6)) {
            case 0 -> bytes[place] = (byte) random.nextInt();
            case 1 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes = spliced(bytes, place, place, HOSTILE_LENGTHS.get(random.nextInt(HOSTILE_LENGTHS.size())));
            case 3 ->
                bytes = spliced(bytes, place, place + 1, HOSTILE_LENGTHS.get(random.nextInt(HOSTILE_LENGTHS.size())));
            case 4 -> bytes = spliced(bytes, place, 5 + random.nextInt(bytes.length - 5), new byte[0]);
            default -> {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                bytes = spliced(bytes, place, bytes.length, noise);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
        int first = Math.min(from, to);
        int last = Math.max(from, to);
        return ByteBuffer.allocate(first + between.length + bytes.length - last)
                .put(bytes, 0, first)
                .put(between)
                .put(bytes, last, bytes.length - last)
                .array();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
