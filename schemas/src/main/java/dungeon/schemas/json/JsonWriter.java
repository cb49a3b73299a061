package dungeon.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Area;
import dungeon.schemas.Event;
import dungeon.schemas.MapType;
import dungeon.schemas.Ring;
import dungeon.schemas.Tile;
import dungeon.schemas.UnitRange;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records to JSON. Fields keep their names, times are ISO-8601 in UTC, bytes are Base64, and fields without a value are
 * left out. Inside a map type, tiles and ranges are pairs of numbers, as they are written by hand.
 */
public final class JsonWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Records that are written as a list of their values inside a map type. */
    public static final Set<String> PAIRS = Set.of(
            Tile.getClassSchema().getFullName(),
            UnitRange.getClassSchema().getFullName(),
            Ring.getClassSchema().getFullName());

    private static final String PAYLOAD = "payload";

    private JsonWriter() {}

    /** An event of any context, flat: the fields of its envelope and of what happened side by side. */
    public static ObjectNode flat(SpecificRecord event) {
        return flatten(event, Set.of());
    }

    /**
     * An event of a game, flat, without some fields of its payload, which are not even looked at.
     *
     * @param without their names
     */
    public static ObjectNode flat(Event event, Set<String> without) {
        return flatten(event, without);
    }

    /** Any record, its fields by name. */
    public static ObjectNode write(SpecificRecord record) {
        ObjectNode object = NODES.objectNode();
        writeFields(record, object, record instanceof MapType, Set.of());
        return object;
    }

    private static ObjectNode flatten(SpecificRecord envelope, Set<String> without) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : envelope.getSchema().getFields()) {
            Object value = envelope.get(field.pos());
            if (field.name().equals(PAYLOAD)) {
                SpecificRecord payload = (SpecificRecord) value;
                object.put("type", payload.getSchema().getName());
                writeFields(payload, object, false, without);
            } else if (value != null) {
                object.set(field.name(), node(value, false));
            }
        }
        return object;
    }

    private static void writeFields(SpecificRecord record, ObjectNode object, boolean inMapType, Set<String> without) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            boolean wanted = value != null && !without.contains(field.name());
            if (wanted && !(record instanceof Area && Boolean.FALSE.equals(value))) {
                object.set(field.name(), node(value, inMapType));
            }
        }
    }

    private static JsonNode node(Object value, boolean inMapType) {
        if (value instanceof SpecificRecord record) {
            if (inMapType && PAIRS.contains(record.getSchema().getFullName())) {
                ArrayNode pair = NODES.arrayNode(2);
                record.getSchema().getFields().forEach(field -> pair.add(node(record.get(field.pos()), true)));
                return pair;
            }
            ObjectNode object = NODES.objectNode();
            writeFields(record, object, inMapType || record instanceof MapType, Set.of());
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(element -> array.add(node(element, inMapType)));
            return array;
        }
        return scalar(value);
    }

    /**
     * A value that has no parts.
     *
     * @throws IllegalArgumentException if it is of a type that no record has
     */
    public static JsonNode scalar(Object value) {
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Instant || value instanceof Enum<?> || value instanceof CharSequence) {
            return NODES.textNode(value.toString());
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return NODES.textNode(Base64.getEncoder().encodeToString(bytes));
        }
        throw new IllegalArgumentException("No JSON form for " + value.getClass());
    }
}
