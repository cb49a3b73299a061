package dungeon.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Command;
import dungeon.schemas.Tick;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads the payload of a command from its flat JSON. */
public final class CommandJson {
    private static final Set<String> ENVELOPE = Set.of("commandId", "issuedAt", "gameId", "playerId", "type");
    private static final Map<String, Class<? extends SpecificRecord>> PAYLOADS = payloads();

    private CommandJson() {}

    /** The commands, by the name in {@code type}. */
    public static Map<String, Class<? extends SpecificRecord>> types() {
        return PAYLOADS;
    }

    /**
     * The payload of a command; the fields of the envelope are left alone.
     *
     * @throws JsonFaultsException with every fault
     */
    public static SpecificRecord payload(JsonNode json) throws JsonFaultsException {
        if (!(json instanceof ObjectNode object)) {
            throw fault("", "a command must be an object");
        }
        Class<? extends SpecificRecord> type = PAYLOADS.get(object.path("type").asText());
        if (type == null) {
            throw fault("/type", "must be one of " + PAYLOADS.keySet());
        }
        return JsonReader.read(object.deepCopy().without(ENVELOPE), type);
    }

    private static JsonFaultsException fault(String pointer, String problem) {
        JsonFaults faults = new JsonFaults();
        faults.add(pointer, problem);
        return new JsonFaultsException(faults);
    }

    private static Map<String, Class<? extends SpecificRecord>> payloads() {
        Map<String, Class<? extends SpecificRecord>> types = new TreeMap<>();
        for (Schema branch :
                Command.getClassSchema().getField("payload").schema().getTypes()) {
            Class<?> type = SpecificData.get().getClass(branch);
            // Ticks are the platform's own; a player has nothing to say with one.
            if (type != Tick.class) {
                types.put(branch.getName(), type.asSubclass(SpecificRecord.class));
            }
        }
        return Collections.unmodifiableMap(types);
    }
}
