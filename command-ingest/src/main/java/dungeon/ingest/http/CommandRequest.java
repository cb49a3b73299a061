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
import dungeon.schemas.tictactoe.CreateRoom;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import dungeon.schemas.topics.FieldFault;
import dungeon.schemas.topics.GameCommandForm;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the body of {@code POST /games/{gameId}/commands} and its like: one command, or an array of them.
 *
 * @param <C> the type of the commands
 */
final class CommandRequest<C> {
    /** To games of robots. Players get games by {@code POST /practice-games} only, which bounds their size, number and rules. */
    static final Kind<Command> GAMES = new Kind<>(
            CommandJson.GAMES,
            "game",
            CreateGame.class,
            "players start games with POST /practice-games and POST /matches",
            Command::new,
            GameCommandForm::faults);

    /** To rooms of tic-tac-toe. Players get rooms by {@code POST /rooms} only, which bounds their number. */
    static final Kind<TicTacToeCommand> ROOMS = new Kind<>(
            CommandJson.ROOMS,
            "room",
            CreateRoom.class,
            "players open rooms with POST /rooms",
            TicTacToeCommand::new,
            (roomId, payload) -> List.of());

    /**
     * What is different from one kind of commands to the other.
     *
     * @param json reads their payloads
     * @param aggregate what they are for
     * @param creation the one that is for administrators only
     * @param insteadOfIt what others do
     * @param factory makes one
     * @param form finds what can never be right in one, by the id of what it is for
     */
    record Kind<C>(
            CommandJson json,
            String aggregate,
            Class<? extends SpecificRecord> creation,
            String insteadOfIt,
            Factory<C> factory,
            BiFunction<String, SpecificRecord, List<FieldFault>> form) {
        private String idField() {
            return aggregate + "Id";
        }
    }

    /** Makes a command; Avro's own constructor of an envelope has this form. */
    interface Factory<C> {
        C create(String commandId, Instant issuedAt, String aggregateId, String playerId, Object payload);
    }

    private final Kind<C> kind;
    private final String aggregateId;
    private final Caller caller;
    private final Instant now;
    private final JsonFaults faults = new JsonFaults();
    private final Set<String> commandIds = new HashSet<>();
    private Problem refusal;

    private CommandRequest(Kind<C> kind, String aggregateId, Caller caller, Instant now) {
        this.kind = kind;
        this.aggregateId = aggregateId;
        this.caller = caller;
        this.now = now;
    }

    /**
     * The commands, in their order.
     *
     * @throws Problem MALFORMED with the faults of all commands; if there is none, NOT_YOU or NOT_ADMINISTRATOR
     */
    static <C> List<C> read(Kind<C> kind, JsonNode body, String aggregateId, Caller caller, Instant now) {
        CommandRequest<C> request = new CommandRequest<>(kind, aggregateId, caller, now.truncatedTo(ChronoUnit.MILLIS));
        List<C> commands = new ArrayList<>();
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

    private C command(JsonNode json, String pointer) {
        requireAllowed(json, pointer);
        String commandId = text(json, "commandId", pointer);
        if (commandId != null && !Ids.isCanonical(commandId)) {
            faults.add(pointer + "/commandId", "must be a UUID in lower case");
        } else if (commandId != null && !commandIds.add(commandId)) {
            faults.add(pointer + "/commandId", "is that of another command of the array");
        }
        String named = text(json, kind.idField(), pointer);
        if (named != null && !named.equals(aggregateId)) {
            faults.add(
                    pointer + "/" + kind.idField(),
                    "must be the %s of the address, or be left out".formatted(kind.aggregate()));
        }
        String namedPlayer = text(json, "playerId", pointer);
        if (namedPlayer != null && !Ids.isCanonical(namedPlayer)) {
            faults.add(pointer + "/playerId", "must be a UUID in lower case, or be left out");
        } else if (namedPlayer != null && !namedPlayer.equals(caller.playerId())) {
            refuse(ProblemCode.NOT_YOU, "%s/playerId is not the player of the token; leave it out".formatted(pointer));
        }
        return kind.factory()
                .create(
                        commandId == null ? UUID.randomUUID().toString() : commandId,
                        issuedAt(json, pointer),
                        aggregateId,
                        caller.playerId(),
                        payload(json, pointer));
    }

    private void requireAllowed(JsonNode json, String pointer) {
        String creation = kind.creation().getSimpleName();
        if (json.path("type").asText().equals(creation) && !(caller instanceof Administrator)) {
            refuse(
                    ProblemCode.NOT_ADMINISTRATOR,
                    "%s/type %s is for the administrator only; %s".formatted(pointer, creation, kind.insteadOfIt()));
        }
    }

    private SpecificRecord payload(JsonNode json, String pointer) {
        try {
            SpecificRecord payload = kind.json().payload(json);
            kind.form()
                    .apply(aggregateId, payload)
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
