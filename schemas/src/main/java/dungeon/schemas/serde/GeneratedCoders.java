package dungeon.schemas.serde;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Lets records be written by the code that Avro generates for each class, where it does, and not field by field along their
 * schema. The bytes are the same.
 */
final class GeneratedCoders {
    private GeneratedCoders() {}

    /** The model of a generated class, by its schema. */
    static SpecificData modelOf(Schema schema) {
        SpecificData model = SpecificData.getForSchema(schema);
        model.setCustomCoders(true);
        return model;
    }

    /** Why a record could not be written: along its schema again, because the generated code does not name the field. */
    static String faultOf(SpecificRecord value, Exception thrown) {
        SpecificData model = new SpecificData();
        SpecificData.getForSchema(value.getSchema()).getConversions().forEach(model::addLogicalTypeConversion);
        try {
            new SpecificDatumWriter<>(value.getSchema(), model)
                    .write(value, EncoderFactory.get().binaryEncoder(OutputStream.nullOutputStream(), null));
            return thrown.toString();
        } catch (IOException | RuntimeException e) {
            return e.toString();
        }
    }
}
