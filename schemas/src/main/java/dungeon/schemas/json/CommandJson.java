package dungeon.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.schemas.Command;
import dungeon.schemas.Tick;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Reads the payloads of the commands of one kind from their flat JSON. */
public final class CommandJson {
    /** Commands to games of robots. */
    public static final CommandJson GAMES = new CommandJson(Command.getClassSchema(), "gameId");

    /** Commands to rooms of tic-tac-toe. */
    public static final CommandJson ROOMS = new CommandJson(TicTacToeCommand.getClassSchema(), "roomId");

    private final Set<String> envelope;
    private final Map<String, Class<? extends SpecificRecord>> payloads;

    private CommandJson(Schema command, String idField) {
        this.envelope = Set.of("commandId", "issuedAt", idField, "playerId", "type");
        this.payloads = payloads(command);
    }

    /** The commands, by the name in {@code type}. */
    public Map<String, Class<? extends SpecificRecord>> types() {
        return payloads;
    }

    /**
     * The payload of a command; the fields of the envelope are left alone.
     *
     * @throws JsonFaultsException with every fault
     */
    public SpecificRecord payload(JsonNode json) throws JsonFaultsException {
        if (!(json instanceof ObjectNode object)) {
            throw fault("", "a command must be an object");
        }
        Class<? extends SpecificRecord> type = payloads.get(object.path("type").asText());
        if (type == null) {
            throw fault("/type", "must be one of " + payloads.keySet());
        }
        return JsonReader.read(object.deepCopy().without(envelope), type);
    }

    private static JsonFaultsException fault(String pointer, String problem) {
        JsonFaults faults = new JsonFaults();
        faults.add(pointer, problem);
        return new JsonFaultsException(faults);
    }

    private static Map<String, Class<? extends SpecificRecord>> payloads(Schema command) {
        Map<String, Class<? extends SpecificRecord>> types = new TreeMap<>();
        for (Schema branch : command.getField("payload").schema().getTypes()) {
            Class<?> type = SpecificData.get().getClass(branch);
            // Ticks are the platform's own; a player has nothing to say with one.
            if (type != Tick.class) {
                types.put(branch.getName(), type.asSubclass(SpecificRecord.class));
            }
        }
        return Collections.unmodifiableMap(types);
    }
}
