package dungeon.standalone.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads events from the flat JSON in which the queries give them. */
final class EventJson {
    private static final Map<String, Class<? extends SpecificRecord>> PAYLOADS =
            Event.getClassSchema().getField("payload").schema().getTypes().stream()
                    .collect(Collectors.toMap(Schema::getName, EventJson::type));

    private EventJson() {}

    /**
     * The event. What a newer platform has added to it is left out.
     *
     * @throws IllegalArgumentException if it is none, or of a type that is not known
     */
    static Event read(JsonNode json) {
        String typeName = json.path("type").asText();
        Class<? extends SpecificRecord> type = PAYLOADS.get(typeName);
        if (type == null) {
            throw new IllegalArgumentException("There is no event '%s': %s".formatted(typeName, json));
        }
        try {
            return new Event(
                    json.path("gameId").asText(),
                    json.path("sequence").asLong(),
                    Instant.parse(json.path("time").asText()),
                    json.path("commandId").asText(null),
                    json.path("playerId").asText(null),
                    json.path("remaining").asInt(),
                    JsonReader.read(payload(json, type), type));
        } catch (JsonFaultsException e) {
            throw new IllegalArgumentException("Cannot read %s".formatted(json), e);
        }
    }

    private static Class<? extends SpecificRecord> type(Schema branch) {
        Class<?> type = SpecificData.get().getClass(branch);
        return type.asSubclass(SpecificRecord.class);
    }

    private static ObjectNode payload(JsonNode json, Class<? extends SpecificRecord> type) {
        List<String> fields = new ArrayList<>();
        SpecificData.get().getSchema(type).getFields().forEach(field -> fields.add(field.name()));
        ObjectNode payload = json.deepCopy();
        return payload.retain(fields);
    }
}
