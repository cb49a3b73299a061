package dungeon.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {
    @Test
    void everyRecordFieldAndEnumHasADoc() {
        List<String> undocumented = WrittenSchemas.namedTypes().stream()
                .flatMap(SchemaDocumentationTest::undocumented)
                .toList();
        assertThat(undocumented).isEmpty();
    }

    @Test
    void everyEnumBeginsWithUnknownAndFallsBackToIt() {
        List<Schema> enums = WrittenSchemas.namedTypes().stream()
                .filter(type -> type.getType() == Schema.Type.ENUM)
                .toList();
        assertThat(enums).hasSizeGreaterThan(10).allSatisfy(type -> {
            assertThat(type.getEnumDefault()).as(type.getFullName()).isEqualTo("UNKNOWN");
            assertThat(type.getEnumSymbols()).first().as(type.getFullName()).isEqualTo("UNKNOWN");
        });
    }

    private static Stream<String> undocumented(Schema type) {
        Stream<String> own = isBlank(type.getDoc()) ? Stream.of(type.getFullName()) : Stream.of();
        if (type.getType() != Schema.Type.RECORD) {
            return own;
        }
        return Stream.concat(
                own,
                type.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .map(field -> type.getFullName() + "." + field.name()));
    }

    private static boolean isBlank(String doc) {
        return doc == null || doc.isBlank();
    }
}
