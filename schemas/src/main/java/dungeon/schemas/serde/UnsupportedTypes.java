package dungeon.schemas.serde;

import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/**
 * What a writer's schema has that Avro would read as something else, or refuse with a word on every record: times in another unit, of
 * which it compares only that they are numbers, and UUIDs in 16 bytes. The reader's
 * schema, which is ours and does not contain itself, leads the way, so that it ends.
 */
final class UnsupportedTypes {
    private UnsupportedTypes() {}

    /** The first of them, with its place; null if there is none. */
    static String in(Schema writer, Schema reader) {
        return find("", writer, reader);
    }

    private static String find(String place, Schema writer, Schema reader) {
        if (writer.isUnion()) {
            return first(writer.getTypes().stream().map(branch -> find(place, branch, reader)));
        }
        if (reader.isUnion()) {
            return first(reader.getTypes().stream()
                    .filter(branch -> isFor(writer, branch))
                    .map(branch -> find(place, writer, branch)));
        }
        return switch (reader.getType()) {
            case RECORD -> ofFields(place, writer, reader);
            case ARRAY ->
                writer.getType() == Schema.Type.ARRAY
                        ? find(place, writer.getElementType(), reader.getElementType())
                        : null;
            case STRING ->
                writer.getType() == Schema.Type.FIXED
                        ? "%s is %s of %d bytes, and must be a string"
                                .formatted(place, nameOf(writer), writer.getFixedSize())
                        : null;
            case LONG, INT -> ofTimes(place, writer, reader);
            default -> null;
        };
    }

    private static String ofFields(String place, Schema writer, Schema reader) {
        if (writer.getType() != Schema.Type.RECORD || !writer.getFullName().equals(reader.getFullName())) {
            return null;
        }
        return first(reader.getFields().stream()
                .filter(field -> writer.getField(field.name()) != null)
                .map(field -> find(
                        place + "/" + field.name(),
                        writer.getField(field.name()).schema(),
                        field.schema())));
    }

    private static String ofTimes(String place, Schema writer, Schema reader) {
        LogicalType expected = reader.getLogicalType();
        // Also a logical type that Avro does not know, of which it keeps the name only.
        String written = writer.getProp(LogicalType.LOGICAL_TYPE_PROP);
        return expected == null || written == null || written.equals(expected.getName())
                ? null
                : "%s is %s, and must be %s".formatted(place, written, expected.getName());
    }

    private static boolean isFor(Schema writer, Schema branch) {
        return branch.getType() == writer.getType()
                || (branch.getType() == Schema.Type.STRING && writer.getType() == Schema.Type.FIXED);
    }

    private static String nameOf(Schema fixed) {
        String logical = fixed.getProp(LogicalType.LOGICAL_TYPE_PROP);
        return logical == null ? "a fixed" : "a fixed " + logical;
    }

    private static String first(Stream<String> problems) {
        return problems.filter(Objects::nonNull).findFirst().orElse(null);
    }
}
