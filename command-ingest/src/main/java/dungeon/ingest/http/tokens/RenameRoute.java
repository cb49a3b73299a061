package dungeon.ingest.http.tokens;

import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.identity.Administrator;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.RenamePlayer;
import dungeon.schemas.topics.GivenNames;
import dungeon.schemas.topics.LobbySubjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose name is to be read no more, by an administrator's word. */
@RestController
final class RenameRoute {
    private final CommandRecords commandRecords;
    private final CommandService commandService;

    RenameRoute(CommandRecords commandRecords, CommandService commandService) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
    }

    /** Who is called otherwise now. */
    record Renamed(@Schema(format = "uuid") String playerId, String playerName) {}

    @Operation(
            summary = "Takes a chosen name away from a player",
            description =
                    "For administrators. The player is called Renamed- and some digits from now on, keeps tokens, maps and games, and joins"
                            + " games under the new name; nobody else gets the old one. Events of games that the player has joined keep it. 429 says"
                            + " that as many names were taken away as an installation keeps in mind, which does not pass.",
            tags = "Players")
    @ApiResponse(responseCode = "404", ref = ApiDescription.PROBLEM)
    @ApiResponse(responseCode = "429", ref = ApiDescription.PROBLEM)
    @DeleteMapping("/player-names/{playerName}")
    CompletableFuture<Renamed> rename(Administrator administrator, @PathVariable String playerName) {
        if (!LobbySubjects.isPlayerName(playerName)) {
            throw Problems.malformed("playerName", "must have 3 to 32 of the characters A-Z, a-z, 0-9, _ and -");
        }
        String playerId = LobbySubjects.playerId(playerName);
        CommandRecord record = commandRecords.forLobby(
                LobbySubjects.ofPlayer(playerName), new RenamePlayer(), null, administrator.authorization());
        return commandService
                .execute(List.of(record))
                .thenApply(events -> new Renamed(playerId, GivenNames.of(playerId)));
    }
}
