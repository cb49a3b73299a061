package dungeon.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import dungeon.platform.envelope.Progress;
import dungeon.schemas.serde.SchemaHistory;
import dungeon.schemas.state.Robot;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCompatibilityTest {
    private static final String VERSION_1 = """
            {"type": "record", "name": "Signal", "doc": "A signal.", "fields": [
              {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "RED", "GREEN"], "default": "UNKNOWN"}},
              {"name": "count", "type": "int", "default": 1},
              {"name": "payload", "type": [
                {"type": "record", "name": "On", "fields": []},
                {"type": "record", "name": "Off", "fields": []}]}]}
            """;

    @ParameterizedTest
    @MethodSource("dungeon.schemas.history.WrittenSchemas#all")
    void readsEveryVersionAndIsTheNewest(Class<? extends SpecificRecord> type) {
        Schema today = WrittenSchemas.schemaOf(type);
        assertThat(SchemaChanges.faults(today, SchemaHistory.of(today))).isEmpty();
    }

    @Test
    void watchesEveryRecordOfTheState() throws Exception {
        assertWatchesTheRecordsBeside(Robot.class);
    }

    @Test
    void watchesEveryRecordOfThePlatform() throws Exception {
        assertWatchesTheRecordsBeside(Progress.class);
    }

    /** Their files are called as they are, without their namespaces. */
    @Test
    void noTwoWrittenRecordsHaveTheSameName() {
        assertThat(WrittenSchemas.all().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    @Test
    void acceptsAFieldWithADefault() {
        Schema changed = changed(
                "{\"name\": \"count\"",
                "{\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}, {\"name\": \"count\"");
        assertThat(SchemaChanges.faults(changed, List.of(schema(VERSION_1), changed)))
                .isEmpty();
    }

    @Test
    void acceptsANewBranchAndARemovedSymbolWhereTheEnumHasADefault() {
        Schema changed = schema(
                VERSION_1
                        .replace(", \"GREEN\"", "")
                        .replace(
                                "{\"type\": \"record\", \"name\": \"Off\"",
                                "{\"type\": \"record\", \"name\": \"Dim\", \"fields\": []}, {\"type\": \"record\", \"name\": \"Off\""));
        assertThat(SchemaChanges.faults(changed, List.of(schema(VERSION_1), changed)))
                .isEmpty();
    }

    @Test
    void refusesAFieldWithoutDefault() {
        Schema broken =
                changed("{\"name\": \"count\"", "{\"name\": \"note\", \"type\": \"string\"}, {\"name\": \"count\"");
        assertThat(SchemaChanges.faults(broken, List.of(schema(VERSION_1), broken)))
                .singleElement()
                .asString()
                .contains("Signal.v1.avsc", "READER_FIELD_MISSING_DEFAULT_VALUE", "note");
    }

    @Test
    void refusesARemovedSymbolWhereTheEnumHasNoDefault() {
        Schema before = changed(", \"default\": \"UNKNOWN\"", "");
        Schema broken =
                schema(VERSION_1.replace(", \"default\": \"UNKNOWN\"", "").replace(", \"GREEN\"", ""));
        assertThat(SchemaChanges.faults(broken, List.of(before, broken)))
                .singleElement()
                .asString()
                .contains("Signal.v1.avsc", "MISSING_ENUM_SYMBOLS", "GREEN");
    }

    @Test
    void refusesARemovedBranch() {
        Schema broken =
                schema(VERSION_1.replaceAll(",\\s*\\{\"type\": \"record\", \"name\": \"Off\", \"fields\": \\[]}", ""));
        assertThat(SchemaChanges.faults(broken, List.of(schema(VERSION_1), broken)))
                .singleElement()
                .asString()
                .contains("Signal.v1.avsc", "MISSING_UNION_BRANCH", "/fields/2/type/1");
    }

    @Test
    void comparesWithEveryVersionAndNotOnlyWithTheLast() {
        Schema without = changed("{\"name\": \"count\", \"type\": \"int\", \"default\": 1},", "");
        Schema withText = changed("\"type\": \"int\", \"default\": 1", "\"type\": \"string\", \"default\": \"\"");
        assertThat(SchemaChanges.faults(withText, List.of(schema(VERSION_1), without, withText)))
                .singleElement()
                .asString()
                .contains("Signal.v1.avsc", "TYPE_MISMATCH");
    }

    @Test
    void demandsAVersionForAChangedDefault() {
        assertAsksForAVersion(changed("\"default\": 1", "\"default\": 2"));
    }

    @Test
    void demandsAVersionForAChangedDefaultOfAnEnum() {
        assertAsksForAVersion(changed("\"default\": \"UNKNOWN\"", "\"default\": \"RED\""));
    }

    @Test
    void demandsAVersionForAReorderedField() {
        assertAsksForAVersion(changed("\"RED\", \"GREEN\"", "\"GREEN\", \"RED\""));
    }

    @Test
    void demandsAFirstVersion() {
        assertThat(SchemaChanges.faults(schema(VERSION_1), List.of()))
                .singleElement()
                .asString()
                .contains("Signal has no version yet", "-Dschemas.history=add");
    }

    @Test
    void letsDocsBeReworded() {
        assertThat(SchemaChanges.faults(changed("A signal.", "A better word."), List.of(schema(VERSION_1))))
                .isEmpty();
    }

    private static void assertAsksForAVersion(Schema changed) {
        assertThat(SchemaChanges.faults(changed, List.of(schema(VERSION_1))))
                .singleElement()
                .asString()
                .contains("Signal.v1.avsc", "-Dtest=WriteSchemaHistory -Dschemas.history=add");
    }

    private static Schema changed(String part, String replacement) {
        assertThat(VERSION_1).contains(part);
        return schema(VERSION_1.replace(part, replacement));
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }

    private static void assertWatchesTheRecordsBeside(Class<?> one) throws Exception {
        Set<String> watched = WrittenSchemas.namedTypes().stream()
                .map(Schema::getFullName)
                .filter(name -> name.startsWith(one.getPackageName() + "."))
                .collect(Collectors.toSet());
        assertThat(watched).containsExactlyInAnyOrderElementsOf(generatedClassesBeside(one));
    }

    private static List<String> generatedClassesBeside(Class<?> one) throws Exception {
        URI file = one.getResource(one.getSimpleName() + ".class").toURI();
        try (Stream<Path> files = Files.list(Path.of(file).getParent())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> one.getPackageName() + "." + name.replace(".class", ""))
                    .filter(SchemaCompatibilityTest::isGenerated)
                    .toList();
        }
    }

    private static boolean isGenerated(String className) {
        try {
            return Stream.of(Class.forName(className).getDeclaredFields())
                    .anyMatch(field -> field.getName().equals("SCHEMA$"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
