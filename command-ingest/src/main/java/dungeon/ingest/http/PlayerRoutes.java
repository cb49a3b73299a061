package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.IngestConfig;
import dungeon.ingest.commands.CommandDesk;
import dungeon.ingest.commands.Order;
import dungeon.ingest.commands.Orders;
import dungeon.ingest.commands.Subjects;
import dungeon.ingest.identity.Token;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.json.JsonFaultsException;
import dungeon.schemas.json.JsonReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How somebody becomes a player. */
@RestController
final class PlayerRoutes {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{3,32}");
    /** With millions of names to draw from, the fifth try in a row fails for other reasons. */
    private static final int GUEST_TRIES = 5;

    private final Orders orders;
    private final CommandDesk desk;
    private final Tokens tokens;
    private final IngestConfig config;

    PlayerRoutes(Orders orders, CommandDesk desk, Tokens tokens, IngestConfig config) {
        this.orders = orders;
        this.desk = desk;
        this.tokens = tokens;
        this.config = config;
    }

    @Operation(
            summary = "Registers a player",
            tags = "Players",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/RegisterPlayer"))))
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PostMapping("/players")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<RegisteredPlayer> register(@RequestBody JsonNode body) {
        String name = read(body).getPlayerName();
        if (!NAME.matcher(name).matches()) {
            throw Problems.malformed("/playerName", "must be 3 to 32 of the characters A-Z, a-z, 0-9, _ and -");
        }
        return register(name);
    }

    @Operation(summary = "Registers a player under a name that is made up", tags = "Players")
    @PostMapping("/auth/guest")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<RegisteredPlayer> registerGuest() {
        return registerGuest(GUEST_TRIES);
    }

    private CompletableFuture<RegisteredPlayer> registerGuest(int tries) {
        // Not on the thread that brings the outcomes: writing can block.
        return register(GuestName.next())
                .exceptionallyComposeAsync(failure -> tries > 1 && isNameTaken(failure)
                        ? registerGuest(tries - 1)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<RegisteredPlayer> register(String name) {
        String playerId = Subjects.playerId(name);
        Token registration = tokens.forRegistration(playerId, name);
        Order order = orders.forLobby(
                Subjects.ofPlayer(name), new RegisterPlayer(name), playerId, registration.authorization());
        return desk.carryOut(List.of(order)).thenApply(registered -> {
            // Only now: the name is this caller's, because it was this caller's command that got it.
            Token token = tokens.forPlayer(playerId, name, config.tokenLifetime());
            return new RegisteredPlayer(playerId, name, token.jwt(), token.expiresAt());
        });
    }

    private static RegisterPlayer read(JsonNode body) {
        try {
            return JsonReader.read(body, RegisterPlayer.class);
        } catch (JsonFaultsException e) {
            throw Problems.malformed(e);
        }
    }

    private static boolean isNameTaken(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Problem problem && problem.code().equals(RejectionCode.NAME_TAKEN.name());
    }
}
