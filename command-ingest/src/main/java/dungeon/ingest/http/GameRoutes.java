package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.schemas.EndGame;
import dungeon.schemas.JoinGame;
import dungeon.schemas.StartGame;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The life of a game, and who takes part in it. */
@RestController
final class GameRoutes {
    /** The game that something was done to. */
    record Game(@Schema(format = "uuid") String gameId) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final MapTypes mapTypes;
    private final Clock clock;

    GameRoutes(CommandRecords commandRecords, CommandService commandService, MapTypes mapTypes, Clock clock) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.mapTypes = mapTypes;
        this.clock = clock;
    }

    @Operation(
            summary = "Creates a game",
            description =
                    "For the administrator. With the same commandId it can be sent again after an answer was lost; take a UUID of version 7, because the game's id has its time.",
            tags = "Games",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewGame"))))
    @PostMapping("/games")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Game> create(Administrator administrator, @RequestBody JsonNode body) {
        RepeatableRequest request = RepeatableRequest.read(body);
        String gameId = request.gameId(clock.millis());
        return commandService
                .execute(List.of(commandRecords.forGame(
                        request.commandId(), gameId, GameRequest.read(request.body(), mapTypes), administrator)))
                .thenApply(done -> new Game(gameId));
    }

    @Operation(
            summary = "Starts a game",
            description = "For the administrator, and for the player whose practice game it is.",
            tags = "Games")
    @PostMapping("/games/{gameId}/start")
    CompletableFuture<Game> start(Caller caller, @PathVariable String gameId) {
        return execute(gameId, new StartGame(), caller);
    }

    @Operation(
            summary = "Ends a game",
            description = "For the administrator, and for the player whose practice game it is.",
            tags = "Games")
    @PostMapping("/games/{gameId}/end")
    CompletableFuture<Game> end(Caller caller, @PathVariable String gameId) {
        return execute(gameId, new EndGame(), caller);
    }

    @Operation(summary = "The token's player joins a game", tags = "Games")
    @PostMapping("/games/{gameId}/participants")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Game> join(Player player, @PathVariable String gameId) {
        return execute(gameId, new JoinGame(player.playerName()), player);
    }

    private CompletableFuture<Game> execute(String anySpelling, SpecificRecord payload, Caller caller) {
        String gameId = PathIds.game(anySpelling);
        return commandService
                .execute(List.of(commandRecords.forGame(gameId, payload, caller)))
                .thenApply(done -> new Game(gameId));
    }
}
