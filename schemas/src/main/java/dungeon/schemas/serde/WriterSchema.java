package dungeon.schemas.serde;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Makes Avro match the branches of a union by name alone. Left to itself, it reads a record that today's union does not
 * have as the first one with fitting fields: a command of a newer build as quite another command.
 */
final class WriterSchema {
    private WriterSchema() {}

    /** The writer's schema, in which records of a union that the reader's union does not have cannot be mistaken for others. */
    static Schema matchedByName(Schema writer, Schema reader) {
        List<Schema.Field> fields = writer.getFields().stream()
                .map(field -> new Schema.Field(field, typeOf(field, reader.getField(field.name()))))
                .toList();
        return Schema.createRecord(writer.getName(), writer.getDoc(), writer.getNamespace(), writer.isError(), fields);
    }

    private static Schema typeOf(Schema.Field writer, Schema.Field reader) {
        if (reader == null || !writer.schema().isUnion() || !reader.schema().isUnion()) {
            return writer.schema();
        }
        Set<String> known =
                reader.schema().getTypes().stream().flatMap(WriterSchema::names).collect(Collectors.toSet());
        return Schema.createUnion(writer.schema().getTypes().stream()
                .map(branch -> known.contains(branch.getFullName()) ? branch : unlikeAnything(branch))
                .toList());
    }

    private static Stream<String> names(Schema branch) {
        return branch.getType() == Schema.Type.RECORD
                ? Stream.concat(Stream.of(branch.getFullName()), branch.getAliases().stream())
                : Stream.of(branch.getFullName());
    }

    /** Holds the branch's place and name, so that reading it fails with a message that names it. */
    private static Schema unlikeAnything(Schema branch) {
        return branch.getType() == Schema.Type.RECORD
                ? Schema.createFixed(branch.getName(), null, branch.getNamespace(), 0)
                : branch;
    }
}
