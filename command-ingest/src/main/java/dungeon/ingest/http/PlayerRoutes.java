package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.CommandRecord;
import dungeon.ingest.commands.CommandRecords;
import dungeon.ingest.commands.CommandService;
import dungeon.ingest.commands.CommittedEvent;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.PlayerRegistered;
import dungeon.schemas.RegisterPlayer;
import dungeon.schemas.RejectionCode;
import dungeon.schemas.topics.LobbySubjects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How somebody becomes a player. */
@RestController
final class PlayerRoutes {
    /** With millions of names to draw from, the fifth try in a row fails for other reasons. */
    private static final int GUEST_TRIES = 5;

    private final CommandRecords commandRecords;
    private final CommandService commandService;
    private final Tokens tokens;
    private final IngestConfig config;
    private final Clock clock;

    PlayerRoutes(
            CommandRecords commandRecords,
            CommandService commandService,
            Tokens tokens,
            IngestConfig config,
            Clock clock) {
        this.commandRecords = commandRecords;
        this.commandService = commandService;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    @Operation(
            summary = "Registers a player",
            description =
                    "A problem of the statuses 503 and 504 leaves open if the name is taken now; it names the commandId"
                            + " to send again, which brings the token if the name became the caller's within the last"
                            + " minutes.",
            tags = "Players",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = "#/components/schemas/RegisterPlayer"))))
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PostMapping("/players")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<RegisteredPlayer> register(@RequestBody JsonNode body) {
        return register(Registration.read(body));
    }

    @Operation(summary = "Registers a player under a name that is made up", tags = "Players")
    @PostMapping("/auth/guest")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<RegisteredPlayer> registerGuest() {
        return registerGuest(GUEST_TRIES);
    }

    private CompletableFuture<RegisteredPlayer> registerGuest(int tries) {
        // Not on the thread that brings the outcomes: writing can block.
        return register(Registration.ofGuest(clock.millis()))
                .exceptionallyComposeAsync(failure -> tries > 1 && isNameTaken(failure)
                        ? registerGuest(tries - 1)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<RegisteredPlayer> register(Registration registration) {
        try {
            return execute(registration).exceptionally(failure -> {
                if (causeOf(failure) instanceof Problem problem) {
                    throw registration.explained(problem);
                }
                throw new CompletionException(causeOf(failure));
            });
        } catch (Problem notSent) {
            throw registration.explained(notSent);
        }
    }

    private CompletableFuture<RegisteredPlayer> execute(Registration registration) {
        String name = registration.playerName();
        String playerId = LobbySubjects.playerId(name);
        CommandRecord commandRecord = commandRecords.forLobby(
                registration.loggedCommandId(),
                LobbySubjects.ofPlayer(name),
                new RegisterPlayer(name),
                playerId,
                tokens.forRegistration(playerId, name).authorization());
        // Only then: the name is this caller's, because it was this caller's command that got it.
        return commandService.execute(List.of(commandRecord)).thenApply(events -> registered(events.get(0)));
    }

    private RegisteredPlayer registered(List<CommittedEvent> events) {
        for (CommittedEvent event : events) {
            if (event.payload() instanceof PlayerRegistered player) {
                return RegisteredPlayer.of(
                        tokens.forPlayer(player.getPlayerId(), player.getPlayerName(), config.tokenLifetime()));
            }
        }
        throw new IllegalStateException("RegisterPlayer was accepted without a PlayerRegistered: " + events);
    }

    private static boolean isNameTaken(Throwable failure) {
        return causeOf(failure) instanceof Problem problem && problem.code().equals(RejectionCode.NAME_TAKEN.name());
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
