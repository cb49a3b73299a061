package dungeon.ingest.http.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.Readiness;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.http.RegisteredPlayer;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a player renews a token, and revokes what he has lost. */
@RestController
final class TokenRoutes {
    private final Tokens tokens;
    private final Readiness readiness;
    private final IngestConfig config;
    private final Clock clock;

    TokenRoutes(Tokens tokens, Readiness readiness, IngestConfig config, Clock clock) {
        this.tokens = tokens;
        this.readiness = readiness;
        this.config = config;
        this.clock = clock;
    }

    @Operation(
            summary = "Gives a player another token",
            description =
                    "The one of the request goes on to hold, unless it is to be revoked. Who plays straight on Kafka does well with one"
                            + " for the game in question, or for the time that it takes: it stands in the log for 7 days.",
            tags = "Players",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TokenRequest.class))))
    @PostMapping("/auth/token")
    @ResponseStatus(HttpStatus.CREATED)
    RegisteredPlayer renew(Player player, @RequestBody(required = false) JsonNode body) {
        TokenRequest request = TokenRequest.read(body, config.tokenLifetime());
        // Before the log has been read, a token that was revoked would pass.
        readiness.require();
        return RegisteredPlayer.of(tokens.forPlayer(
                player.playerId(),
                player.playerName(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Duration.ofMillis(request.lifetimeMs()),
                request.gameId()));
    }
}
