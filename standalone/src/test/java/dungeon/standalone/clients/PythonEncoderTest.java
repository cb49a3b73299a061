package dungeon.standalone.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.Command;
import dungeon.schemas.history.SampleRecords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The player in Python writes every command as what it is, also those that have the same fields as others. */
@Tag("slow")
@Timeout(120)
class PythonEncoderTest {
    private static final Schema SCHEMA = Command.getClassSchema();

    @TempDir
    Path folder;

    @Test
    void writesEveryCommandAsItself() throws Exception {
        List<String> expected = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (GenericRecord command : SampleRecords.of(SCHEMA)) {
            String bytes = HexFormat.of().formatHex(bytes(command));
            expected.add(bytes);
            lines.add(((GenericRecord) command.get("payload")).getSchema().getFullName() + " " + bytes);
        }
        assertThat(encoded(lines)).isEqualTo(expected);
    }

    /** Debian's package python3-avro belongs to Debian's own Python. */
    private List<String> encoded(List<String> lines) throws IOException, InterruptedException {
        Path schema = Files.writeString(folder.resolve("Command.avsc"), SCHEMA.toString());
        Path input = Files.write(folder.resolve("commands"), lines);
        Path output = folder.resolve("encoded");
        Process process = new ProcessBuilder("/usr/bin/python3", "encode.py", schema.toString())
                .directory(Path.of("src/test/clients").toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        return Files.readAllLines(output);
    }

    private static byte[] bytes(GenericRecord command) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(SCHEMA).write(command, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
