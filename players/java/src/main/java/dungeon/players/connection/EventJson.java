package dungeon.players.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads events from the flat JSON in which the queries give them. */
final class EventJson {
    private static final Logger LOG = LoggerFactory.getLogger(EventJson.class);
    private static final Map<String, Class<? extends SpecificRecord>> PAYLOADS =
            Event.getClassSchema().getField("payload").schema().getTypes().stream()
                    .collect(Collectors.toMap(Schema::getName, EventJson::type));

    private EventJson() {}

    /**
     * The event; empty if only a newer platform knows its type or one of its values. Fields that that has added are left out.
     *
     * @throws IllegalArgumentException if it is no event at all
     */
    static Optional<Event> read(JsonNode json) {
        String typeName = json.path("type").asText();
        Class<? extends SpecificRecord> type = PAYLOADS.get(typeName);
        if (type == null) {
            if (typeName.isEmpty()) {
                throw new IllegalArgumentException("This is no event: %s".formatted(json));
            }
            LOG.debug("Passed over an event of the type {}, which is not known here", typeName);
            return Optional.empty();
        }
        try {
            return Optional.of(new Event(
                    json.path("gameId").asText(),
                    json.path("sequence").asLong(),
                    Instant.parse(json.path("time").asText()),
                    json.path("commandId").asText(null),
                    json.path("playerId").asText(null),
                    json.path("remaining").asInt(),
                    JsonReader.read(payload(json, type), type)));
        } catch (JsonFaultsException e) {
            // Such as a value of an enum that only a newer platform knows.
            LOG.warn("Passed over an event that cannot be read here: {}", json, e);
            return Optional.empty();
        }
    }

    private static Class<? extends SpecificRecord> type(Schema branch) {
        Class<?> type = SpecificData.get().getClass(branch);
        return type.asSubclass(SpecificRecord.class);
    }

    private static JsonNode payload(JsonNode json, Class<? extends SpecificRecord> type) {
        return known(json, SpecificData.get().getSchema(type));
    }

    private static Schema valueOf(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    /** What a schema knows of a value: of its records the fields that it names. */
    private static JsonNode known(JsonNode json, Schema schema) {
        if (schema.getType() == Schema.Type.UNION) {
            return json.isNull() ? json : known(json, valueOf(schema));
        }
        if (schema.getType() == Schema.Type.ARRAY && json.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> elements.add(known(element, schema.getElementType())));
            return elements;
        }
        if (schema.getType() != Schema.Type.RECORD || !json.isObject()) {
            return json;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : schema.getFields()) {
            if (json.has(field.name())) {
                fields.set(field.name(), known(json.get(field.name()), field.schema()));
            }
        }
        return fields;
    }
}
