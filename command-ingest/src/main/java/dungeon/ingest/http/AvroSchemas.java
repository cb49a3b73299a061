package dungeon.ingest.http;

import dungeon.schemas.Area;
import dungeon.schemas.Ring;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ByteArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;

/** The Avro schemas' form in JSON, described for OpenAPI; their texts come along, so that nothing is said twice. */
final class AvroSchemas {
    static final String COMPONENTS = "#/components/schemas/";
    /** May also be written as a pair of numbers. */
    private static final Set<String> PAIRS = Set.of(
            Tile.getClassSchema().getFullName(),
            Ring.getClassSchema().getFullName(),
            UnitRange.getClassSchema().getFullName());

    private final Map<String, Schema<?>> components = new TreeMap<>();

    /** Describes a record and all that it consists of, and returns a reference to it. */
    Schema<?> add(org.apache.avro.Schema avro) {
        return record(avro);
    }

    /** The fields of a record, to be put beside others. */
    ObjectSchema fields(org.apache.avro.Schema avro) {
        ObjectSchema object = new ObjectSchema();
        object.setDescription(avro.getDoc());
        for (org.apache.avro.Schema.Field field : avro.getFields()) {
            object.addProperty(field.name(), property(field));
            if (!field.hasDefaultValue() && !field.schema().isNullable()) {
                object.addRequiredItem(field.name());
            }
        }
        return object;
    }

    /** A single field. */
    Schema<?> property(org.apache.avro.Schema.Field field) {
        Schema<?> value = value(field.schema());
        if (value.get$ref() == null) {
            value.setDescription(field.doc());
        }
        return value;
    }

    /** What was described so far, by name. */
    Map<String, Schema<?>> components() {
        return components;
    }

    private Schema<?> value(org.apache.avro.Schema avro) {
        return switch (avro.getType()) {
            case RECORD -> record(avro);
            case ENUM -> named(avro);
            case ARRAY -> array(avro);
            case UNION ->
                value(avro.getTypes().stream()
                        .filter(branch -> branch.getType() != org.apache.avro.Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            case INT -> new IntegerSchema();
            case LONG ->
                avro.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? new DateTimeSchema()
                        : new IntegerSchema().format("int64");
            case BOOLEAN -> new BooleanSchema();
            case BYTES -> new ByteArraySchema();
            default -> new StringSchema();
        };
    }

    private Schema<?> array(org.apache.avro.Schema avro) {
        Schema<?> elements = value(avro.getElementType());
        Schema<?> array = new ArraySchema().items(elements);
        // The reader takes a single part for a list of one.
        return avro.getElementType().getFullName().equals(Area.getClassSchema().getFullName())
                ? new Schema<>().oneOf(List.of(elements, array))
                : array;
    }

    private Schema<?> named(org.apache.avro.Schema avro) {
        StringSchema symbols = new StringSchema();
        symbols.setDescription(avro.getDoc());
        avro.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(avro.getEnumDefault()))
                .forEach(symbols::addEnumItem);
        components.putIfAbsent(avro.getName(), symbols);
        return reference(avro);
    }

    private Schema<?> record(org.apache.avro.Schema avro) {
        if (!components.containsKey(avro.getName())) {
            ObjectSchema object = fields(avro);
            Schema<?> described = PAIRS.contains(avro.getFullName()) ? pairOr(object) : object;
            components.put(avro.getName(), described);
        }
        return reference(avro);
    }

    private static Schema<?> pairOr(ObjectSchema object) {
        Schema<?> pair =
                new ArraySchema().items(new IntegerSchema()).minItems(2).maxItems(2);
        Schema<?> either = new Schema<>().oneOf(List.of(pair, object));
        either.setDescription(object.getDescription());
        return either;
    }

    private static Schema<?> reference(org.apache.avro.Schema avro) {
        return new Schema<>().$ref(COMPONENTS + avro.getName());
    }
}
