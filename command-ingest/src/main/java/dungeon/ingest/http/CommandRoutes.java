package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where players steer their robots, and place their marks. */
@RestController
final class CommandRoutes {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final IngestConfig config;
    private final RateGate rates;
    private final Clock clock;

    CommandRoutes(
            CommandRecords commandRecords,
            CommandService commandService,
            IngestConfig config,
            RateGate rates,
            Clock clock) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.config = config;
        this.rates = rates;
        this.clock = clock;
    }

    @Operation(
            summary = "Sends one command or an array of commands to a game",
            description =
                    "All or none of an array is sent; they are decided in their order. A command that is sent again"
                            + " with the same commandId has no second effect, and its first outcome is answered again."
                            + " CreateGame is for the administrator only.",
            tags = "Games",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/CommandOrCommands"))))
    @ApiResponse(
            responseCode = "202",
            description = "Without wait: the commands are in the log; their ids",
            content = @Content(schema = @Schema(ref = "#/components/schemas/CommandIds")))
    @ApiResponse(
            responseCode = "200",
            description = "With wait: what came of each command so far",
            content = @Content(schema = @Schema(ref = "#/components/schemas/OutcomeOrOutcomes")))
    @PostMapping("/games/{gameId}/commands")
    CompletableFuture<ResponseEntity<JsonNode>> send(
            Caller caller,
            @PathVariable("gameId") String anySpelling,
            @Parameter(
                            description =
                                    "How long to wait for the outcomes, in ms, 0 to 30000; without it the ids are answered",
                            schema = @Schema(type = "integer"))
                    @RequestParam(required = false)
                    String wait,
            @RequestBody JsonNode body,
            HttpServletResponse response) {
        String gameId = PathIds.game(anySpelling);
        Batch batch = batch(CommandRequest.GAMES, commandRecords::forGame, caller, gameId, body, wait, response);
        return send(batch);
    }

    @Operation(
            summary = "Sends one command or an array of commands to a room of tic-tac-toe",
            description =
                    "All or none of an array is sent; they are decided in their order. A command that is sent again"
                            + " with the same commandId has no second effect, and its first outcome is answered again."
                            + " CreateRoom is for the administrator only.",
            tags = "Rooms",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/RoomCommandOrCommands"))))
    @ApiResponse(
            responseCode = "202",
            description = "Without wait: the commands are in the log; their ids",
            content = @Content(schema = @Schema(ref = "#/components/schemas/CommandIds")))
    @ApiResponse(
            responseCode = "200",
            description = "With wait: what came of each command so far",
            content = @Content(schema = @Schema(ref = "#/components/schemas/RoomOutcomeOrOutcomes")))
    @PostMapping("/rooms/{roomId}/commands")
    CompletableFuture<ResponseEntity<JsonNode>> sendToRoom(
            Caller caller,
            @PathVariable("roomId") String anySpelling,
            @Parameter(
                            description =
                                    "How long to wait for the outcomes, in ms, 0 to 30000; without it the ids are answered",
                            schema = @Schema(type = "integer"))
                    @RequestParam(required = false)
                    String wait,
            @RequestBody JsonNode body,
            HttpServletResponse response) {
        String roomId = PathIds.room(anySpelling);
        Batch batch = batch(CommandRequest.ROOMS, commandRecords::forRoom, caller, roomId, body, wait, response);
        return send(batch);
    }

    /**
     * Commands that are ready to be written, without the tree that they were read from, which is not kept for as long as the outcomes take.
     *
     * @param atMost how long to wait for the outcomes; null for not at all
     */
    private record Batch(List<CommandRecord> records, boolean asArray, Duration atMost) {}

    private <C> Batch batch(
            CommandRequest.Kind<C> kind,
            BiFunction<C, String, CommandRecord> record,
            Caller caller,
            String aggregateId,
            JsonNode body,
            String wait,
            HttpServletResponse response) {
        Duration atMost = wait == null ? null : duration(wait);
        requireSize(body);
        rates.takeMore(caller, body.isArray() ? body.size() - 1 : 0, response);
        List<CommandRecord> records = CommandRequest.read(kind, body, aggregateId, caller, clock.instant()).stream()
                .map(command -> record.apply(command, caller.authorization()))
                .toList();
        return new Batch(records, body.isArray(), atMost);
    }

    private CompletableFuture<ResponseEntity<JsonNode>> send(Batch batch) {
        List<CommandRecord> records = batch.records();
        if (batch.atMost() == null) {
            return commandService
                    .send(records)
                    .thenApply(sent -> ResponseEntity.accepted().body(ids(records, batch.asArray())));
        }
        return commandService
                .sendAndAwait(records, batch.atMost())
                .thenApply(events -> ResponseEntity.ok(outcomes(records, events, batch.asArray())));
    }

    private void requireSize(JsonNode body) {
        int maximum = config.limits().commandsPerRequest();
        if (body.isArray() && (body.isEmpty() || body.size() > maximum)) {
            throw Problems.malformed("", "must have 1 to %d commands, and has %d".formatted(maximum, body.size()));
        }
    }

    private Duration duration(String wait) {
        long maximumMs = config.limits().waitMaximum().toMillis();
        try {
            long waitMs = Long.parseLong(wait);
            if (waitMs >= 0 && waitMs <= maximumMs) {
                return Duration.ofMillis(waitMs);
            }
        } catch (NumberFormatException e) {
            throw badWait(wait, maximumMs);
        }
        throw badWait(wait, maximumMs);
    }

    private static Problem badWait(String wait, long maximumMs) {
        return new Problem(
                ProblemCode.INVALID_WAIT,
                "wait must be a whole number of milliseconds from 0 to %d, and is %s".formatted(maximumMs, wait));
    }

    private static JsonNode ids(List<CommandRecord> batch, boolean asArray) {
        ObjectNode answer = NODES.objectNode();
        if (!asArray) {
            return answer.put("commandId", batch.get(0).commandId());
        }
        ArrayNode ids = answer.putArray("commandIds");
        batch.forEach(commandRecord -> ids.add(commandRecord.commandId()));
        return answer;
    }

    private static JsonNode outcomes(List<CommandRecord> batch, List<List<CommittedEvent>> events, boolean asArray) {
        ArrayNode outcomes = NODES.arrayNode(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            ObjectNode outcome =
                    outcomes.addObject().put("commandId", batch.get(i).commandId());
            ArrayNode list = outcome.putArray("events");
            events.get(i).forEach(event -> list.add(event.json().get()));
        }
        return asArray ? outcomes : outcomes.get(0);
    }
}
