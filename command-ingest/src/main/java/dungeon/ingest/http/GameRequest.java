package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.CreateGame;
import dungeon.schemas.json.JsonFaults;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.json.JsonWriter;
import java.util.List;

/** Reads the body of {@code POST /games}: the command's fields, but for those that only the platform may set. */
final class GameRequest {
    private static final String MAP = "map";
    private static final String MAP_TYPE_ID = "mapTypeId";
    private static final String RULES = "rules";
    private static final String DURATION = "durationMs";
    /** As the rules of the game have it. */
    private static final long DURATION_MS_DEFAULT = 600_000;

    private static final List<String> OURS = List.of("seed", "practiceFor", "requestedBy", "match");

    private GameRequest() {}

    /**
     * The command, with a new seed.
     *
     * @throws dungeon.ingest.problems.Problem MALFORMED with every fault, or UNKNOWN_MAP_TYPE
     */
    static CreateGame read(JsonNode body, MapTypes mapTypes) {
        if (!(body instanceof ObjectNode object)) {
            throw Problems.malformed("", "must be an object");
        }
        JsonFaults faults = new JsonFaults();
        for (String name : OURS) {
            if (object.hasNonNull(name)) {
                faults.add("/" + name, "is not for the sender to choose");
            }
        }
        ObjectNode game = object.deepCopy();
        game.remove(OURS);
        // What is null is left out.
        game.properties().removeIf(field -> field.getValue().isNull());
        JsonNode mapTypeId = game.remove(MAP_TYPE_ID);
        if (mapTypeId != null && game.has(MAP)) {
            faults.add("/" + MAP_TYPE_ID, "cannot stand beside map; give one of them");
        } else if (mapTypeId != null && mapTypeId.isTextual()) {
            mapTypes.find(mapTypeId.textValue()).ifPresent(map -> {
                game.set(MAP, JsonWriter.write(map));
                // The game remembers which map type it was made from.
                game.set(MAP_TYPE_ID, mapTypeId);
            });
        } else if (mapTypeId != null) {
            faults.add("/" + MAP_TYPE_ID, "must be a string");
        } else if (!game.has(MAP)) {
            faults.add("/" + MAP, "is missing; give map or mapTypeId");
        }
        if (!game.has(RULES)) {
            // All rules have defaults in the schema.
            game.putObject(RULES);
        }
        if (!game.has(DURATION)) {
            game.put(DURATION, DURATION_MS_DEFAULT);
        }
        game.put("seed", "");
        CreateGame command = null;
        try {
            command = JsonReader.read(game, CreateGame.class);
            command.setSeed(Seed.next());
        } catch (JsonFaultsException e) {
            // That the map is missing was said above, or its id is unknown, which is said below.
            faults.addAll("", e, fault -> game.has(MAP) || !fault.pointer().equals("/" + MAP));
        }
        if (!faults.isEmpty()) {
            throw Problems.malformed(faults);
        }
        if (command == null) {
            // The map type was unknown when it was looked for; either it still is, or it has just become known.
            mapTypes.get(mapTypeId.textValue());
            return read(body, mapTypes);
        }
        return command;
    }
}
