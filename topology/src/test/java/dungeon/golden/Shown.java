package dungeon.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * What is compared of the records of a game: the fields that queries show, by name. All others are bookkeeping, which may
 * change from build to build as long as events and answers stay the same.
 *
 * @param kind what the records are
 * @param fields the names
 */
record Shown(String kind, List<String> fields) {
    static final Shown GAME = new Shown(
            "game",
            List.of(
                    "gameId",
                    "state",
                    "mapName",
                    "width",
                    "height",
                    "participantLimit",
                    "durationMs",
                    "createdAtMs",
                    "startedAtMs",
                    "endsAtMs",
                    "endedAtMs",
                    "endReason",
                    "practiceFor",
                    "seedHash",
                    "seed",
                    "rules",
                    "standings"));
    static final Shown TILE = new Shown("tile", List.of("x", "y", "structure", "gravity", "content"));
    static final Shown MINE = new Shown("mine", List.of("x", "y", "resource", "placedUnits", "remainingUnits"));
    static final Shown ROBOT = new Shown(
            "robot",
            List.of(
                    "robotId",
                    "playerId",
                    "name",
                    "destroyed",
                    "x",
                    "y",
                    "health",
                    "energy",
                    "asOfMs",
                    "readyAtMs",
                    "levels",
                    "damageBonus",
                    "cargo",
                    "queue",
                    "mining"));
    static final Shown ACCOUNT = new Shown(
            "account",
            List.of(
                    "playerId",
                    "playerName",
                    "number",
                    "homeStation",
                    "balance",
                    "robots",
                    "robotsBought",
                    "miningProcesses",
                    "salesRevenue",
                    "kills",
                    "eliminated",
                    "mining",
                    "trading",
                    "travelling",
                    "fighting",
                    "upgrading"));

    /** Of the records inside of records that are not on the wire as well, likewise. */
    private static final Map<String, List<String>> INSIDE = Map.of(
            "MiningProcess", List.of("mine", "resource", "completesAtMs"),
            "QueuedAction", List.of("commandId", "action"),
            "Kills", List.of("playerId", "robots"));

    private static final String WIRE = "dungeon.schemas";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A line for a record: what it is, and its fields as JSON, by name. */
    String line(IndexedRecord record) {
        return kind + " " + json(fields(record, fields));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON form for " + value, e);
        }
    }

    private static Map<String, Object> fields(IndexedRecord record, List<String> names) {
        Map<String, Object> fields = new TreeMap<>();
        for (String name : names) {
            Schema.Field field = record.getSchema().getField(name);
            if (field == null) {
                throw new IllegalArgumentException("%s has no %s, which queries show"
                        .formatted(record.getSchema().getFullName(), name));
            }
            Object value = record.get(field.pos());
            if (value != null) {
                fields.put(name, plain(value));
            }
        }
        return fields;
    }

    private static Object plain(Object value) {
        if (value instanceof IndexedRecord record) {
            return fields(record, namesInside(record.getSchema()));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::plain).toList();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Instant) {
            return value.toString();
        }
        throw new IllegalArgumentException("No JSON form for " + value.getClass());
    }

    private static List<String> namesInside(Schema schema) {
        if (schema.getNamespace().equals(WIRE)) {
            return schema.getFields().stream().map(Schema.Field::name).toList();
        }
        List<String> names = INSIDE.get(schema.getName());
        if (names == null) {
            throw new IllegalArgumentException("Say which fields of %s queries show".formatted(schema.getFullName()));
        }
        return names;
    }
}
