package dungeon.schemas.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import dungeon.schemas.serde.SchemaHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * The golden files: of each version the schema, among the resources of the program, and samples written with it, among
 * those of the tests. A file of samples is a row of records in Avro's single-object encoding, the length of each before
 * it in four bytes.
 */
public final class HistoryFiles {
    private static final String FOLDER = "dungeon/schemas/history/";
    private static final Path BASE = Path.of(System.getProperty("basedir", "."));
    private static final Path SCHEMAS = BASE.resolve("src/main/resources").resolve(FOLDER);
    private static final Path SAMPLES = BASE.resolve("src/test/resources").resolve(FOLDER);

    private HistoryFiles() {}

    /** Writes a version and its samples into the sources. */
    static void write(Schema schema, int version) throws IOException {
        Files.createDirectories(SCHEMAS);
        Files.createDirectories(SAMPLES);
        Files.writeString(
                SCHEMAS.resolve(SchemaHistory.fileOf(schema, version)),
                new ObjectMapper().readTree(schema.toString()).toPrettyString() + "\n");
        Files.write(SAMPLES.resolve(samplesFileOf(schema, version)), samples(schema));
    }

    /** The samples of a version, each in single-object encoding. */
    public static List<byte[]> readSamples(Schema schema, int version) throws IOException {
        String file = "/" + FOLDER + samplesFileOf(schema, version);
        try (InputStream in = HistoryFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("The samples " + file + " are missing; they were written with the version");
            }
            byte[] all = in.readAllBytes();
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(all));
            List<byte[]> samples = new ArrayList<>();
            while (data.available() > 0) {
                samples.add(data.readNBytes(data.readInt()));
            }
            return samples;
        }
    }

    private static byte[] samples(Schema schema) throws IOException {
        BinaryMessageEncoder<GenericRecord> encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (GenericRecord sample : SampleRecords.of(schema)) {
            byte[] encoded = encoder.encode(sample).array();
            out.writeInt(encoded.length);
            out.write(encoded);
        }
        return bytes.toByteArray();
    }

    private static String samplesFileOf(Schema schema, int version) {
        return SchemaHistory.fileOf(schema, version).replace(".avsc", ".samples");
    }
}
