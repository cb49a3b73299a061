package dungeon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.state.Account;
import dungeon.schemas.state.MapTile;
import dungeon.schemas.state.Mine;
import dungeon.schemas.state.Progress;
import dungeon.schemas.state.Robot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

/** A field that a copy forgets would fall back to its default with the next event. */
class CopiesTest {
    /** So many that each field has another value than its default at least once. */
    private static final int RECORDS = 50;

    @Test
    void copiesEachFieldOfEachRecord() throws IOException {
        assertCopies(Progress.getClassSchema(), (Progress record) -> Copies.of(record));
        assertCopies(MapTile.getClassSchema(), (MapTile record) -> Copies.of(record));
        assertCopies(Mine.getClassSchema(), (Mine record) -> Copies.of(record));
        assertCopies(Account.getClassSchema(), (Account record) -> Copies.of(record));
        assertCopies(Robot.getClassSchema(), (Robot record) -> Copies.of(record));
    }

    private static <T extends SpecificRecord> void assertCopies(Schema schema, UnaryOperator<T> copy)
            throws IOException {
        TrustedRecords.trust();
        for (Object random : new RandomData(schema, RECORDS, 1)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(random, encoder);
            encoder.flush();
            T record = new SpecificDatumReader<T>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
            assertThat(copy.apply(record)).isNotSameAs(record).isEqualTo(record);
        }
    }
}
