package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.http.Fields;
import dungeon.ingest.http.PathIds;
import dungeon.ingest.http.RepeatableRequest;
import dungeon.ingest.identity.Player;
import dungeon.schemas.RequestRoom;
import dungeon.schemas.RoomGranted;
import dungeon.schemas.tictactoe.JoinRoom;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.Topics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rooms of tic-tac-toe: how players open them and sit down. What is done in a room are commands to it. */
@RestController
final class RoomRoutes {
    /** The room that something was done to. */
    record Room(@Schema(format = "uuid") String roomId) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;

    RoomRoutes(CommandRecords commandRecords, CommandService commandService) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
    }

    @Operation(
            summary = "Opens a room of tic-tac-toe, in which the token's player has a seat",
            description =
                    "Five at a time for each player; a room that nobody joins is closed after ten minutes. With the same commandId it"
                            + " can be sent again after an answer was lost.",
            tags = "Rooms",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewRoom"))))
    @ApiResponse(responseCode = "429", ref = ApiDescription.PROBLEM)
    @PostMapping("/rooms")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Room> open(Player player, @RequestBody(required = false) JsonNode body) {
        RepeatableRequest request = RepeatableRequest.read(body);
        CommandRecord asked = commandRecords.forLobby(
                request.commandId(),
                LobbySubjects.ofPlayer(player.playerName()),
                new RequestRoom(RoomRequest.read(request.body())),
                player.playerId(),
                player.authorization());
        return commandService
                .execute(List.of(asked))
                .thenCompose(events ->
                        awaitOpening(CommittedEvent.of(events.get(0), RoomGranted.class), request.commandId()));
    }

    private CompletableFuture<Room> awaitOpening(CommittedEvent granted, String askedBy) {
        String roomId = ((RoomGranted) granted.payload()).getRoomId();
        return commandService
                .awaitRelayed(granted, Topics.TICTACTOE_COMMANDS, roomId, askedBy)
                .thenApply(opened -> new Room(roomId));
    }

    @Operation(
            summary = "The token's player takes the free seat of a room",
            description = "With the same commandId it can be sent again after an answer was lost.",
            tags = "Rooms")
    @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PostMapping("/rooms/{roomId}/participants")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Room> join(
            Player player, @PathVariable("roomId") String anySpelling, @RequestBody(required = false) JsonNode body) {
        String roomId = PathIds.room(anySpelling);
        RepeatableRequest request = RepeatableRequest.read(body);
        Fields fields = new Fields(request.body());
        String invitation = fields.text("invitation").orElse(null);
        fields.requireFaultless();
        return commandService
                .execute(List.of(commandRecords.forRoom(
                        request.commandId(), roomId, new JoinRoom(player.playerName(), invitation), player)))
                .thenApply(done -> new Room(roomId));
    }
}
