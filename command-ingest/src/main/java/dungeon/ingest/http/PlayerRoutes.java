package dungeon.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.players.PlayerRegistrar;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.RejectionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
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

    private final PlayerRegistrar registrar;
    private final Tokens tokens;
    private final IngestConfig config;
    private final Clock clock;

    PlayerRoutes(PlayerRegistrar registrar, Tokens tokens, IngestConfig config, Clock clock) {
        this.registrar = registrar;
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
        return registrar
                .register(registration.loggedCommandId(), registration.playerName())
                .thenApply(player -> RegisteredPlayer.of(
                        tokens.forPlayer(player.getPlayerId(), player.getPlayerName(), config.tokenLifetime())));
    }

    private static boolean isNameTaken(Throwable failure) {
        return causeOf(failure) instanceof Problem problem && problem.code().equals(RejectionCode.NAME_TAKEN.name());
    }

    private static Throwable causeOf(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
