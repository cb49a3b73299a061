package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.MapType;
import dungeon.schemas.MapTypeCreated;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.RemoveMapType;
import dungeon.schemas.StoreMapType;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.topics.LobbySubjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where map types are handed in and taken back. */
@RestController
final class MapTypeRoutes {
    /** The id of a map type that was stored just now. */
    record Stored(@Schema(format = "uuid") String mapTypeId) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final MapTypes mapTypes;

    MapTypeRoutes(CommandRecords commandRecords, CommandService commandService, MapTypes mapTypes) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.mapTypes = mapTypes;
    }

    @Operation(
            summary = "Stores a map type",
            description =
                    "A faulty one is answered with 422 INVALID_MAP and every fault that was found. A player can have ten; one"
                            + " that its owner has not used for 30 days is removed. With the same commandId it can be sent again"
                            + " after an answer was lost.",
            tags = "Map types",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewMapType"))))
    @ApiResponse(responseCode = "429", ref = ApiDescription.PROBLEM)
    @PostMapping("/map-types")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Stored> store(Caller caller, @RequestBody JsonNode body) {
        RepeatableRequest request = RepeatableRequest.read(body);
        MapType map = read(request.body());
        return commandService
                .execute(List.of(
                        caller instanceof Player player
                                ? storing(request, map, player)
                                : creating(request, map, caller)))
                .thenApply(events -> stored(events.get(0)));
    }

    private CommandRecord storing(RepeatableRequest request, MapType map, Player player) {
        return commandRecords.forLobby(
                request.commandId(),
                LobbySubjects.ofPlayer(player.playerName()),
                new StoreMapType(map),
                player.playerId(),
                player.authorization());
    }

    private CommandRecord creating(RepeatableRequest request, MapType map, Caller administrator) {
        String mapTypeId = request.idFor("map-type");
        return commandRecords.forLobby(
                request.commandId(),
                LobbySubjects.ofMapType(mapTypeId),
                new CreateMapType(mapTypeId, map),
                null,
                administrator.authorization());
    }

    private static Stored stored(List<CommittedEvent> events) {
        for (CommittedEvent event : events) {
            if (event.payload() instanceof MapTypeCreated created) {
                return new Stored(created.getMapTypeId());
            }
        }
        throw new IllegalStateException("A map type was accepted without a MapTypeCreated: " + events);
    }

    @Operation(
            summary = "Removes a map type",
            description = "For its owner and the administrator. Games that were made from it go on.",
            tags = "Map types")
    @DeleteMapping("/map-types/{mapTypeId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    CompletableFuture<Void> remove(Caller caller, @PathVariable("mapTypeId") String anySpelling) {
        String mapTypeId = anySpelling.toLowerCase(Locale.ROOT);
        String subject = caller instanceof Player player
                ? LobbySubjects.ofPlayer(player.playerName())
                : mapTypes.subjectOf(mapTypeId).orElseThrow(() -> MapTypes.unknown(mapTypeId));
        CommandRecord commandRecord = commandRecords.forLobby(
                subject, new RemoveMapType(mapTypeId), caller.playerId(), caller.authorization());
        return commandService.execute(List.of(commandRecord)).thenApply(removed -> null);
    }

    private static MapType read(JsonNode body) {
        try {
            return JsonReader.read(body, MapType.class);
        } catch (JsonFaultsException e) {
            throw Problems.rejected(RejectionCode.INVALID_MAP, e);
        }
    }
}
