package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.http.PathIds;
import dungeon.ingest.http.RepeatableRequest;
import dungeon.ingest.identity.Player;
import dungeon.schemas.LeaveSearch;
import dungeon.schemas.RenewSearch;
import dungeon.schemas.SearchRenewed;
import dungeon.schemas.SearchStarted;
import dungeon.schemas.topics.LobbySubjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Looking for an opponent. What came of a search is told by the queries, which know it whoever has ended it. */
@RestController
final class MatchmakingRoutes {
    /** A search that was begun. */
    record Search(@Schema(format = "uuid") String searchId) {}

    /** A search that goes on. */
    record RenewedSearch(@Schema(format = "uuid") String searchId, Instant endsAt) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;

    MatchmakingRoutes(CommandRecords commandRecords, CommandService commandService) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
    }

    @Operation(
            summary = "Looks for an opponent in tic-tac-toe",
            description =
                    "One search at a time for each player. It ends after half a minute unless it is renewed; `GET /matchmaking/{searchId}`"
                            + " of the queries tells the room when an opponent is found. With the same commandId it can be sent again"
                            + " after an answer was lost.",
            tags = "Matchmaking",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewSearch"))))
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "429", ref = ApiDescription.PROBLEM)
    @PostMapping("/matchmaking")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Search> search(Player player, @RequestBody(required = false) JsonNode body) {
        RepeatableRequest request = RepeatableRequest.read(body);
        return send(
                        player,
                        request.commandId(),
                        LobbySubjects.ofPlayer(player.playerName()),
                        SearchRequest.read(request.body()))
                .thenApply(events -> new Search(((SearchStarted)
                                CommittedEvent.of(events, SearchStarted.class).payload())
                        .getSearch()
                        .getSearchId()));
    }

    @Operation(
            summary = "Goes on with a search, for another half a minute",
            description =
                    "Half an hour in all. NOT_SEARCHING if an opponent was found, the search is over, or it was begun a moment ago.",
            tags = "Matchmaking")
    @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PutMapping("/matchmaking/{searchId}")
    CompletableFuture<RenewedSearch> renew(Player player, @PathVariable("searchId") String anySpelling) {
        String searchId = PathIds.search(anySpelling);
        return send(player, newId(), LobbySubjects.TICTACTOE_POOL, new RenewSearch(searchId))
                .thenApply(events -> new RenewedSearch(
                        searchId,
                        ((SearchRenewed) CommittedEvent.of(events, SearchRenewed.class)
                                        .payload())
                                .getEndsAt()));
    }

    @Operation(
            summary = "Ends a search",
            description =
                    "Nobody is matched by it after that. NOT_SEARCHING if an opponent was found before, the search is over, or it was begun a moment ago.",
            tags = "Matchmaking")
    @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @DeleteMapping("/matchmaking/{searchId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    CompletableFuture<Void> leave(Player player, @PathVariable("searchId") String anySpelling) {
        String searchId = PathIds.search(anySpelling);
        return send(player, newId(), LobbySubjects.TICTACTOE_POOL, new LeaveSearch(searchId))
                .thenApply(events -> null);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private CompletableFuture<List<CommittedEvent>> send(
            Player player, String commandId, String subject, SpecificRecord order) {
        return commandService
                .execute(List.of(
                        commandRecords.forLobby(commandId, subject, order, player.playerId(), player.authorization())))
                .thenApply(events -> events.get(0));
    }
}
