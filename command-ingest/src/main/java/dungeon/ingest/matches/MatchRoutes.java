package dungeon.ingest.matches;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.commands.MapTypes;
import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.http.RepeatableRequest;
import dungeon.ingest.identity.Player;
import dungeon.schemas.GameCreated;
import dungeon.schemas.JoinGame;
import dungeon.schemas.MatchGranted;
import dungeon.schemas.topics.LobbySubjects;
import dungeon.schemas.topics.Topics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Matches of the robots' game that players open for others, who join them as any game. */
@RestController
final class MatchRoutes {
    /** A match that waits for players. */
    record Match(@Schema(format = "uuid") String gameId, Instant waitsUntil) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final MapTypes mapTypes;

    MatchRoutes(CommandRecords commandRecords, CommandService commandService, MapTypes mapTypes) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.mapTypes = mapTypes;
    }

    @Operation(
            summary = "Opens a match for others, in which the token's player has a seat",
            description =
                    "One at a time for each player. It starts by itself when all seats are taken, or when it has waited for as long as it was"
                            + " asked to if two have joined, bots included; otherwise it ends unplayed. Bots take seats that are left shortly before."
                            + " With the same commandId it can be sent again after an answer was lost.",
            tags = "Games",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(ref = "#/components/schemas/NewMatch"))))
    @ApiResponse(responseCode = "429", ref = ApiDescription.PROBLEM)
    @PostMapping("/matches")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<Match> open(Player player, @RequestBody(required = false) JsonNode body) {
        RepeatableRequest request = RepeatableRequest.read(body);
        return commandService
                .execute(List.of(commandRecords.forLobby(
                        request.commandId(),
                        LobbySubjects.ofPlayer(player.playerName()),
                        MatchRequest.read(request.body(), mapTypes),
                        player.playerId(),
                        player.authorization())))
                .thenCompose(events ->
                        awaitCreation(CommittedEvent.of(events.get(0), MatchGranted.class), request.commandId()))
                // Not on the thread that brings the outcomes: writing can block.
                .thenComposeAsync(match -> join(player, request, match));
    }

    private CompletableFuture<Match> awaitCreation(CommittedEvent granted, String askedBy) {
        String gameId = ((MatchGranted) granted.payload()).getGameId();
        return commandService
                .awaitRelayed(granted, Topics.COMMANDS, gameId, askedBy)
                .thenApply(events -> new Match(
                        gameId,
                        ((GameCreated) CommittedEvent.of(events, GameCreated.class)
                                        .payload())
                                .getExpiresAt()));
    }

    private CompletableFuture<Match> join(Player player, RepeatableRequest request, Match match) {
        return commandService
                .execute(List.of(commandRecords.forGame(
                        request.idFor("join"), match.gameId(), new JoinGame(player.playerName()), player)))
                .thenApply(joined -> match);
    }
}
