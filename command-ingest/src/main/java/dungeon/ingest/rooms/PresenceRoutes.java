package dungeon.ingest.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.http.Fields;
import dungeon.ingest.http.PathIds;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Tokens;
import dungeon.schemas.tictactoe.ReportPresence;
import dungeon.schemas.tictactoe.TicTacToeCommand;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who is there. The queries tell it of whoever follows a room over their socket, with the token that was shown to them there; so a player can be said to
 * be gone only by whoever holds that player's token.
 */
@RestController
final class PresenceRoutes {
    private static final String CONNECTED = "connected";

    /** What is said of the token's player. */
    record Presence(boolean connected) {}

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final Tokens tokens;
    private final Clock clock;

    PresenceRoutes(CommandRecords commandRecords, CommandService commandService, Tokens tokens, Clock clock) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Operation(
            summary = "Says whether the token's player is connected",
            description =
                    "Nobody has to: the queries say it of whoever follows the room over a socket and has shown a token there. What is"
                            + " known already, or said by somebody without a seat, changes nothing. Whoever is gone for half a minute"
                            + " can lose the round to an opponent who claims it.",
            tags = "Rooms",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Presence.class))))
    @PutMapping("/rooms/{roomId}/presence")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CompletableFuture<Void> report(
            Player player, @PathVariable("roomId") String anySpelling, @RequestBody JsonNode body) {
        String roomId = PathIds.room(anySpelling);
        Fields fields = new Fields(body);
        boolean connected = fields.flag(CONNECTED);
        if (body == null || !body.hasNonNull(CONNECTED)) {
            fields.fault("/" + CONNECTED, "must be true or false");
        }
        fields.requireFaultless();
        TicTacToeCommand command = new TicTacToeCommand(
                UUID.randomUUID().toString(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                roomId,
                null,
                new ReportPresence(player.playerId(), connected));
        return commandService
                .send(List.of(
                        commandRecords.forRoom(command, tokens.forPresence().authorization())))
                .thenApply(written -> null);
    }
}
