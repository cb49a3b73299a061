package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.CreateMapType;
import dungeon.schemas.MapType;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import dungeon.schemas.topics.LobbySubjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where map types are handed in. */
@RestController
final class MapTypeRoutes {
    /** The id of a map type that was stored just now. */
    record Stored(@Schema(format = "uuid") String mapTypeId) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;

    MapTypeRoutes(CommandRecords commandRecords, CommandService commandService) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
    }

    @Operation(
            summary = "Stores a map type",
            description = "A faulty one is answered with 422 INVALID_MAP and every fault that was found.",
            tags = "Map types",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/MapType"))))
    @PostMapping("/map-types")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Stored> store(Caller caller, @RequestBody JsonNode body) {
        String mapTypeId = UUID.randomUUID().toString();
        CommandRecord commandRecord = commandRecords.forLobby(
                LobbySubjects.ofMapType(mapTypeId),
                new CreateMapType(mapTypeId, read(body)),
                caller.playerId(),
                caller.authorization());
        return commandService.execute(List.of(commandRecord)).thenApply(created -> new Stored(mapTypeId));
    }

    private static MapType read(JsonNode body) {
        try {
            return JsonReader.read(body, MapType.class);
        } catch (JsonFaultsException e) {
            throw Problems.rejected(RejectionCode.INVALID_MAP, e);
        }
    }
}
