package dungeon.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Area;
import dungeon.schemas.MapType;
import dungeon.schemas.json.JsonWriter;
import io.apicurio.registry.utils.converter.avro.AvroData;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * Kafka Connect's data to JSON, in the form of {@link JsonWriter}: fields without a value are left out, times are ISO-8601 in UTC, bytes are
 * Base64, and inside a map type tiles and ranges are pairs. The characters are those that PostgreSQL takes.
 */
final class StructJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String MAP_TYPE = MapType.getClassSchema().getFullName();
    private static final String AREA = Area.getClassSchema().getFullName();

    private StructJson() {}

    /** A struct, its fields by name. */
    static ObjectNode write(Struct struct) {
        return fields(struct, MAP_TYPE.equals(struct.schema().name()));
    }

    private static ObjectNode fields(Struct struct, boolean inMapType) {
        ObjectNode object = NODES.objectNode();
        boolean area = AREA.equals(struct.schema().name());
        for (Field field : struct.schema().fields()) {
            Object value = struct.get(field);
            if (value != null && !(area && Boolean.FALSE.equals(value))) {
                object.set(field.name(), node(value, inMapType));
            }
        }
        return object;
    }

    private static JsonNode node(Object value, boolean inMapType) {
        if (value instanceof Struct struct) {
            return node(struct, inMapType);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode(list.size());
            list.forEach(element -> array.add(node(element, inMapType)));
            return array;
        }
        if (value instanceof String text) {
            return NODES.textNode(PlainSqlText.of(text));
        }
        // Where Avro has an Instant.
        return JsonWriter.scalar(value instanceof Date time ? time.toInstant() : value);
    }

    private static JsonNode node(Struct struct, boolean inMapType) {
        String name = struct.schema().name();
        if (AvroData.AVRO_TYPE_UNION.equals(name)) {
            for (Field branch : struct.schema().fields()) {
                if (struct.get(branch) != null) {
                    return node(struct.get(branch), inMapType);
                }
            }
        }
        if (inMapType && JsonWriter.PAIRS.contains(name)) {
            ArrayNode pair = NODES.arrayNode(2);
            struct.schema().fields().forEach(field -> pair.add(node(struct.get(field), true)));
            return pair;
        }
        return fields(struct, inMapType || MAP_TYPE.equals(name));
    }
}
