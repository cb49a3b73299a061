package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import dungeon.schemas.Command;
import dungeon.schemas.CreateGame;
import dungeon.schemas.json.CommandJson;
import dungeon.schemas.json.JsonFaults;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.topics.GameCommandForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Reads the body of {@code POST /games/{gameId}/commands}: one command, or an array of them. */
final class CommandRequest {
    private final String gameId;
    private final Caller caller;
    private final Instant now;
    private final JsonFaults faults = new JsonFaults();
    private final Set<String> commandIds = new HashSet<>();
    private Problem refusal;

    private CommandRequest(String gameId, Caller caller, Instant now) {
        this.gameId = gameId;
        this.caller = caller;
        this.now = now;
    }

    /**
     * The commands, in their order.
     *
     * @throws Problem MALFORMED with the faults of all commands; if there is none, NOT_YOU or NOT_ADMINISTRATOR
     */
    static List<Command> read(JsonNode body, String gameId, Caller caller, Instant now) {
        CommandRequest request = new CommandRequest(gameId, caller, now.truncatedTo(ChronoUnit.MILLIS));
        List<Command> commands = new ArrayList<>();
        if (!body.isArray()) {
            commands.add(request.command(body, ""));
        } else {
            for (int i = 0; i < body.size(); i++) {
                commands.add(request.command(body.get(i), "/" + i));
            }
        }
        if (!request.faults.isEmpty()) {
            throw Problems.malformed(request.faults);
        }
        if (request.refusal != null) {
            throw request.refusal;
        }
        return commands;
    }

    private Command command(JsonNode json, String pointer) {
        requireAllowed(json, pointer);
        String commandId = text(json, "commandId", pointer);
        if (commandId != null && !Ids.isCanonical(commandId)) {
            faults.add(pointer + "/commandId", "must be a UUID in lower case");
        } else if (commandId != null && !commandIds.add(commandId)) {
            faults.add(pointer + "/commandId", "is that of another command of the array");
        }
        String namedGame = text(json, "gameId", pointer);
        if (namedGame != null && !namedGame.equals(gameId)) {
            faults.add(pointer + "/gameId", "must be the game of the address, or be left out");
        }
        String namedPlayer = text(json, "playerId", pointer);
        if (namedPlayer != null && !Ids.isCanonical(namedPlayer)) {
            faults.add(pointer + "/playerId", "must be a UUID in lower case, or be left out");
        } else if (namedPlayer != null && !namedPlayer.equals(caller.playerId())) {
            refuse(ProblemCode.NOT_YOU, "%s/playerId is not the player of the token; leave it out".formatted(pointer));
        }
        return new Command(
                commandId == null ? UUID.randomUUID().toString() : commandId,
                issuedAt(json, pointer),
                gameId,
                caller.playerId(),
                payload(json, pointer));
    }

    /** Players get games by {@code POST /practice-games} only, which bounds their size, number and rules. */
    private void requireAllowed(JsonNode json, String pointer) {
        boolean createsGame = json.path("type").asText().equals(CreateGame.class.getSimpleName());
        if (createsGame && !(caller instanceof Administrator)) {
            refuse(
                    ProblemCode.NOT_ADMINISTRATOR,
                    "%s/type CreateGame is for the administrator only; players start games with POST /practice-games"
                            .formatted(pointer));
        }
    }

    private SpecificRecord payload(JsonNode json, String pointer) {
        try {
            SpecificRecord payload = CommandJson.payload(json);
            GameCommandForm.faults(gameId, payload)
                    .forEach(fault -> faults.add(pointer + "/" + fault.field(), fault.problem()));
            return payload;
        } catch (JsonFaultsException e) {
            faults.addAll(pointer, e);
            return null;
        }
    }

    private Instant issuedAt(JsonNode json, String pointer) {
        String issuedAt = text(json, "issuedAt", pointer);
        if (issuedAt == null) {
            return now;
        }
        try {
            // Times on the wire are milliseconds of 64 bits, which reach less far than an Instant.
            return Instant.ofEpochMilli(Instant.parse(issuedAt).toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            faults.add(pointer + "/issuedAt", "must be a time such as 2026-01-31T12:00:00.000Z");
            return now;
        }
    }

    private String text(JsonNode json, String field, String pointer) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            faults.add(pointer + "/" + field, "must be a string");
            return null;
        }
        return value.textValue();
    }

    /** The first of these counts, if nothing is malformed; so the checks come in the order in which the game makes them. */
    private void refuse(ProblemCode code, String detail) {
        if (refusal == null) {
            refusal = new Problem(code, detail);
        }
    }
}
