package dungeon.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * JSON to records, the reverse of {@link JsonWriter}. A pair of numbers may stand for a tile or a range, and a single
 * element for a list of one. A field that is null is left out, and 1.0 is a whole number, as JSON Schema has it. Everything that is
 * wrong is reported at once: missing and unknown fields, wrong types, unknown names, numbers out of the type's range.
 */
public final class JsonReader {
    private static final Object FAULTY = null;

    private final JsonFaults faults = new JsonFaults();

    private JsonReader() {}

    /**
     * Reads a record.
     *
     * @throws JsonFaultsException with every fault
     */
    public static <T extends SpecificRecord> T read(JsonNode json, Class<T> type) throws JsonFaultsException {
        return readOver(json, type, null);
    }

    /**
     * Reads a record whose missing fields are taken from another one.
     *
     * @param base where missing fields come from; null for the defaults of the schema
     * @throws JsonFaultsException with every fault
     */
    public static <T extends SpecificRecord> T readOver(JsonNode json, Class<T> type, T base)
            throws JsonFaultsException {
        JsonReader reader = new JsonReader();
        Object value = reader.record(json, SpecificData.get().getSchema(type), "", base);
        if (!reader.faults.isEmpty()) {
            throw new JsonFaultsException(reader.faults);
        }
        return type.cast(value);
    }

    private Object value(JsonNode json, Schema schema, String pointer) {
        return switch (schema.getType()) {
            case RECORD -> record(json, schema, pointer, null);
            case ARRAY -> array(json, schema, pointer);
            case UNION -> optional(json, schema, pointer);
            case ENUM -> symbol(json, schema, pointer);
            case STRING -> json.isTextual() ? json.textValue() : fault(pointer, "must be a string");
            case BOOLEAN -> json.isBoolean() ? (Object) json.booleanValue() : fault(pointer, "must be true or false");
            case INT ->
                json.canConvertToInt() && json.canConvertToExactIntegral()
                        ? (Object) json.intValue()
                        : fault(pointer, "must be a whole number of 32 bits");
            case LONG -> longOrTime(json, schema, pointer);
            case BYTES -> bytes(json, pointer);
            default -> throw new IllegalArgumentException("No JSON form for " + schema);
        };
    }

    private Object record(JsonNode json, Schema schema, String pointer, IndexedRecord base) {
        IndexedRecord record = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        if (json.isArray() && JsonWriter.PAIRS.contains(schema.getFullName())) {
            return pair(json, schema, pointer, record);
        }
        if (!json.isObject()) {
            boolean isPair = JsonWriter.PAIRS.contains(schema.getFullName());
            String problem = "must be an object with the fields of " + schema.getName();
            return fault(pointer, isPair ? problem + ", or a pair of numbers" : problem);
        }
        for (Schema.Field field : schema.getFields()) {
            JsonNode child = json.get(field.name());
            String childPointer = pointer + "/" + field.name();
            Object value;
            if (child != null && !child.isNull()) {
                value = value(child, field.schema(), childPointer);
            } else if (base != null) {
                value = copy(base.get(field.pos()), field);
            } else if (field.hasDefaultValue()) {
                value = copy(SpecificData.get().getDefaultValue(field), field);
            } else if (field.schema().isNullable()) {
                // The writer leaves out what has no value.
                value = null;
            } else {
                value = fault(childPointer, "is missing");
            }
            if (value != FAULTY) {
                record.put(field.pos(), value);
            }
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (schema.getField(entry.getKey()) == null) {
                fault(pointer + "/" + escaped(entry.getKey()), "is no field of " + schema.getName());
            }
        }
        return record;
    }

    /** Avro hands out one and the same list for a default, which the next reader must not find changed. */
    private static Object copy(Object value, Schema.Field field) {
        return SpecificData.get().deepCopy(field.schema(), value);
    }

    private Object pair(JsonNode json, Schema schema, String pointer, IndexedRecord record) {
        List<Schema.Field> fields = schema.getFields();
        if (json.size() != fields.size()) {
            return fault(pointer, "must be a pair of numbers");
        }
        for (Schema.Field field : fields) {
            Object value = value(json.get(field.pos()), field.schema(), pointer + "/" + field.pos());
            if (value != FAULTY) {
                record.put(field.pos(), value);
            }
        }
        return record;
    }

    private Object array(JsonNode json, Schema schema, String pointer) {
        boolean single = !json.isArray();
        if (single && schema.getElementType().getType() != Schema.Type.RECORD) {
            return fault(pointer, "must be a list");
        }
        JsonNode elements = single ? JsonNodeFactory.instance.arrayNode().add(json) : json;
        List<Object> values = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            values.add(value(elements.get(i), schema.getElementType(), single ? pointer : pointer + "/" + i));
        }
        return values;
    }

    private Object optional(JsonNode json, Schema schema, String pointer) {
        if (json.isNull()) {
            return null;
        }
        Schema branch = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
        return value(json, branch, pointer);
    }

    private Object symbol(JsonNode json, Schema schema, String pointer) {
        List<String> symbols = schema.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                .toList();
        if (json.isTextual() && symbols.contains(json.textValue())) {
            return SpecificData.get().createEnum(json.textValue(), schema);
        }
        return fault(pointer, "must be one of " + symbols.stream().collect(Collectors.joining(", ")));
    }

    private Object longOrTime(JsonNode json, Schema schema, String pointer) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            try {
                Instant time = Instant.parse(json.asText());
                return Instant.ofEpochMilli(time.toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                return fault(pointer, "must be a time such as 2026-01-31T12:00:00.000Z");
            }
        }
        return json.canConvertToLong() && json.canConvertToExactIntegral()
                ? (Object) json.longValue()
                : fault(pointer, "must be a whole number of 64 bits");
    }

    private Object bytes(JsonNode json, String pointer) {
        try {
            if (json.isTextual()) {
                return ByteBuffer.wrap(Base64.getDecoder().decode(json.textValue()));
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for anything that is no text.
        }
        return fault(pointer, "must be Base64");
    }

    private Object fault(String pointer, String problem) {
        faults.add(pointer, problem);
        return FAULTY;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
