package dungeon.platform.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.topics.FieldBounds;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** Examples of records in Avro's own JSON encoding, made from their schemas: every field, with plausible values, and null where that can be and nothing else is said. */
public final class AvroExamples {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ID = "5a0b3a52-2f5b-3a0e-9d33-0a4ce1a0c001";
    private static final long TIME_MS = 1_769_860_800_000L;

    /** What unions are to be, of which more than null and one other type can be chosen. */
    private final String branch;

    /** The records around the value that is made; a record is not put into one of its own kind. */
    private final Set<String> around = new TreeSet<>();

    private final Map<String, String> texts;

    private AvroExamples(String branch, Map<String, String> texts) {
        this.branch = branch;
        this.texts = texts;
    }

    /**
     * An example of a record.
     *
     * @param branch the name of the record that its union is to hold; any if it has no union of several records
     * @param texts what text fields of these names hold, those too that can be null; others hold an id, or their own name
     */
    public static ObjectNode of(Schema record, String branch, Map<String, String> texts) {
        return new AvroExamples(branch, texts).record(record);
    }

    private ObjectNode record(Schema record) {
        around.add(record.getFullName());
        ObjectNode fields = NODES.objectNode();
        for (Schema.Field field : record.getFields()) {
            FieldBounds bounds = FieldBounds.of(record.getFullName(), field.name());
            fields.set(
                    field.name(),
                    bounds == null ? value(field.name(), field.schema()) : NODES.numberNode(bounds.minimum()));
        }
        around.remove(record.getFullName());
        return fields;
    }

    private JsonNode value(String name, Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> NODES.textNode(symbol(schema));
            case ARRAY -> list(name, schema.getElementType());
            case UNION -> schema.isNullable() ? textOrNull(name) : chosen(schema);
            case STRING -> NODES.textNode(text(name));
            case BOOLEAN -> NODES.booleanNode(false);
            case INT -> NODES.numberNode(1);
            case LONG -> NODES.numberNode(schema.getLogicalType() == null ? 1 : TIME_MS);
            // Avro's JSON has a character for each byte.
            case BYTES -> NODES.textNode("\u0001\u0002");
            default -> throw new IllegalArgumentException("No example of " + schema);
        };
    }

    private JsonNode textOrNull(String name) {
        return texts.containsKey(name) ? NODES.objectNode().put("string", texts.get(name)) : NODES.nullNode();
    }

    private ObjectNode chosen(Schema union) {
        Schema type = union.getTypes().stream()
                .filter(candidate -> candidate.getName().equals(branch))
                .findFirst()
                .orElseGet(() -> union.getTypes().get(0));
        return NODES.objectNode().set(type.getFullName(), record(type));
    }

    private ArrayNode list(String name, Schema element) {
        ArrayNode list = NODES.arrayNode();
        if (element.getType() != Schema.Type.RECORD || !around.contains(element.getFullName())) {
            list.add(value(name, element));
        }
        return list;
    }

    private static String symbol(Schema schema) {
        return schema.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                .findFirst()
                .orElseThrow();
    }

    private String text(String name) {
        return texts.getOrDefault(name, name.endsWith("Id") ? ID : name);
    }
}
