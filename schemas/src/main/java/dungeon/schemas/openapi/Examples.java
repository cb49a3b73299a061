package dungeon.schemas.openapi;

import dungeon.schemas.topics.FieldBounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Examples of records in JSON, made from their schemas: what has to be there, with plausible values. */
public final class Examples {
    private static final String ID = "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001";
    private static final String PAYLOAD = "payload";

    private Examples() {}

    /** A command or an event, flat. */
    public static Map<String, Object> flat(Schema envelope, Schema payload) {
        Map<String, Object> example = of(payload);
        envelope.getFields().stream().filter(Examples::isNeeded).forEach(field -> put(example, envelope, field));
        return example;
    }

    /** A payload with its type. */
    public static Map<String, Object> of(Schema payload) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", payload.getName());
        payload.getFields().stream().filter(Examples::isNeeded).forEach(field -> put(example, payload, field));
        return example;
    }

    private static boolean isNeeded(Schema.Field field) {
        return !field.name().equals(PAYLOAD)
                && !field.hasDefaultValue()
                && !field.schema().isNullable();
    }

    private static void put(Map<String, Object> example, Schema record, Schema.Field field) {
        example.put(field.name(), valueOf(record, field, false));
    }

    /** Within its bounds, in a record that others contain too. */
    private static Object valueOf(Schema record, Schema.Field field, boolean inMapType) {
        FieldBounds bounds = FieldBounds.of(record.getFullName(), field.name());
        return bounds == null ? value(field.name(), field.schema(), inMapType) : bounds.minimum();
    }

    private static Object value(String name, Schema schema, boolean inMapType) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, inMapType);
            case ENUM ->
                schema.getEnumSymbols().stream()
                        .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                        .findFirst()
                        .orElseThrow();
            case ARRAY -> List.of(value(name, schema.getElementType(), inMapType));
            case STRING -> text(name);
            case BOOLEAN -> true;
            case INT -> 1;
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? (Object) "2026-01-31T12:00:00Z"
                        : (Object) 1;
            case BYTES -> "AQI=";
            default -> throw new IllegalArgumentException("No example of " + schema);
        };
    }

    private static Object record(Schema record, boolean inMapType) {
        if (inMapType && WireSchemas.PAIRS.contains(record.getName())) {
            return List.of(1, 1);
        }
        boolean mapType = inMapType || record.getName().equals(WireSchemas.MAP_TYPE);
        Map<String, Object> fields = new LinkedHashMap<>();
        record.getFields().stream()
                .filter(Examples::isNeeded)
                .forEach(field -> fields.put(field.name(), valueOf(record, field, mapType)));
        return fields;
    }

    private static String text(String name) {
        if (name.endsWith("Id") || name.endsWith("Ids")) {
            return ID;
        }
        return name.endsWith("Name") ? "Ada" : name;
    }
}
