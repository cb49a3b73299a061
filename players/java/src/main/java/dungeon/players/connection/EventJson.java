package dungeon.players.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Event;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
     * The event; empty if it is of a type that only a newer platform knows. What that has added to an event is left out.
     *
     * @throws IllegalArgumentException if it is none
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
