package dungeon.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.schemas.serde.SchemaHistory;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes golden files, on demand only: no build runs it, because its name does not end in Test. */
class WriteSchemaHistory {
    @ParameterizedTest
    @MethodSource("dungeon.schemas.history.WrittenSchemas#all")
    void writeVersion(Class<? extends SpecificRecord> type) throws IOException {
        Schema today = WrittenSchemas.schemaOf(type);
        List<Schema> versions = SchemaHistory.of(today);
        String mode = System.getProperty("schemas.history", "");
        switch (mode) {
            case "rewrite" -> {
                assertThat(versions)
                        .as(
                                "%s has later versions, so version 1 stays as it is; use -Dschemas.history=add",
                                today.getName())
                        .hasSizeLessThan(2);
                HistoryFiles.write(today, 1);
            }
            case "add" -> {
                if (versions.isEmpty() || !SchemaChanges.areSame(today, versions.get(versions.size() - 1))) {
                    HistoryFiles.write(today, versions.size() + 1);
                }
            }
            default ->
                throw new AssertionError("Say -Dschemas.history=add or -Dschemas.history=rewrite, not '" + mode + "'. "
                        + SchemaChanges.HOW_TO_ADD_A_VERSION);
        }
    }
}
