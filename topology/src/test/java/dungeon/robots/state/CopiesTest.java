package dungeon.robots.state;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.core.state.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that a copy forgets would fall back to its default with the next event. */
class CopiesTest {
    /** So many that each field has another value than its default at least once. */
    private static final int RECORDS = 50;

    static List<Table<?, ?>> tables() {
        return RobotsTables.ALL.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    <K, V extends SpecificRecord> void copiesEachFieldOfEachRecord(Table<K, V> table) throws IOException {
        for (V record : records(table)) {
            assertThat(table.copyOf(record)).isNotSameAs(record).isEqualTo(record);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    <K, V extends SpecificRecord> void eachRecordThatEventsChangeSaysWhichWasTheLast(Table<K, V> table)
            throws IOException {
        for (V record : records(table)) {
            V copy = table.copyOf(record);
            table.setSequence(copy, 77);

            assertThat(table.sequenceOf(copy)).isEqualTo(table.isSecret() ? 0 : 77);
            assertThat(copy.equals(record)).isEqualTo(table.isSecret());
        }
    }

    private static <V extends SpecificRecord> List<V> records(Table<?, V> table) throws IOException {
        Schema schema = SpecificData.get().getSchema(table.type());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        for (Object random : new RandomData(schema, RECORDS, 1)) {
            new GenericDatumWriter<>(schema).write(random, encoder);
        }
        encoder.flush();
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        List<V> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            records.add(new SpecificDatumReader<V>(schema).read(null, decoder));
        }
        return records;
    }
}
