package dungeon.ingest.http.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dungeon.ingest.commands.Readiness;
import dungeon.ingest.commands.TokenRevocation;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.http.ApiDescription;
import dungeon.ingest.http.RegisteredPlayer;
import dungeon.ingest.identity.Administrator;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.problems.Problem;
import dungeon.ingest.problems.Problems;
import dungeon.platform.envelope.Ids;
import dungeon.platform.problem.ProblemCode;
import dungeon.platform.token.TokenClaims;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a player renews a token, and takes back what he has lost. */
@RestController
final class TokenRoutes {
    /**
     * A token of a player's, without the token.
     *
     * @param id by which it can be revoked; null for one from before there were ids
     * @param current whether it is that of the request
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnToken(
            @Schema(format = "uuid") String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant issuedAt,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant expiresAt,

            @Schema(format = "uuid", description = "The only game that it holds for; left out if it holds for all")
            String gameId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean current) {}

    private final Tokens tokens;
    private final TokenRevocation revocation;
    private final Readiness readiness;
    private final IngestConfig config;
    private final Clock clock;

    TokenRoutes(Tokens tokens, TokenRevocation revocation, Readiness readiness, IngestConfig config, Clock clock) {
        this.tokens = tokens;
        this.revocation = revocation;
        this.readiness = readiness;
        this.config = config;
        this.clock = clock;
    }

    @Operation(
            summary = "Gives a player another token",
            description =
                    "The one of the request goes on to hold, unless it is to be revoked. If no answer comes then, both are lost: it is safer"
                            + " to ask for the new one, and to revoke the old one when it has come. Who plays straight on Kafka does well with one"
                            + " for the game in question, or for the time that it takes: it stands in the log for 7 days.",
            tags = "Players",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = TokenRequest.class))))
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @PostMapping("/auth/token")
    @ResponseStatus(HttpStatus.CREATED)
    CompletableFuture<RegisteredPlayer> renew(Player player, @RequestBody(required = false) JsonNode body) {
        TokenRequest request = TokenRequest.read(body, config.tokenLifetime());
        Instant now = tokens.now();
        // Before the log has been read, a token that was revoked would pass.
        readiness.require();
        CompletableFuture<Void> revoked = request.revokePrevious()
                ? revocation.ofOne(
                        player, player.playerId(), idOf(player), player.claims().expiresAt())
                : CompletableFuture.completedFuture(null);
        // A token that was given after all others were taken back is of the next second. It is of the time of the
        // request, so that whoever takes all
        // tokens back meanwhile takes back this one too.
        Instant own = player.claims().issuedAt();
        return revoked.thenApply(nothing -> fresh(player, own.isAfter(now) ? own : now, request));
    }

    private static String idOf(Player player) {
        String id = player.claims().tokenId();
        if (id == null) {
            throw new Problem(
                    ProblemCode.TOKEN_WITHOUT_ID,
                    "The token is from before tokens had ids; revoke all of yours with DELETE /auth/tokens, which gives a new one");
        }
        return id;
    }

    @Operation(
            summary = "The tokens of a player that hold",
            description =
                    "As far as they are known: that of the request, and the last 20 that were given by this instance since its start."
                            + " Others may hold; DELETE /auth/tokens ends all of them.",
            tags = "Players")
    @GetMapping("/auth/tokens")
    List<OwnToken> list(Player player) {
        return tokens.of(player).stream()
                .map(claims -> new OwnToken(
                        claims.tokenId(),
                        claims.issuedAt(),
                        claims.expiresAt(),
                        claims.gameId(),
                        claims.equals(player.claims())))
                .toList();
    }

    @Operation(
            summary = "Revokes one of a player's tokens",
            description =
                    "Within 5 s it holds nowhere any more, which a command in the log learns when it is decided. 20 that would still hold can"
                            + " be revoked one by one.",
            tags = "Players")
    @DeleteMapping("/auth/tokens/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    CompletableFuture<Void> revoke(Player player, @PathVariable String tokenId) {
        if (!Ids.isCanonical(tokenId)) {
            throw Problems.malformed("tokenId", "must be a UUID in lower case");
        }
        Instant latest = clock.instant().plus(config.longestTokenLifetime());
        Instant expiresAt = tokens.of(player).stream()
                .filter(claims -> tokenId.equals(claims.tokenId()))
                .map(TokenClaims::expiresAt)
                .findFirst()
                .orElse(latest);
        return revocation.ofOne(player, player.playerId(), tokenId, expiresAt);
    }

    @Operation(
            summary = "Revokes all of a player's tokens, and gives a new one",
            description = "Within 5 s none holds any more that was given until now, that of the request among them.",
            tags = "Players")
    @ApiResponse(responseCode = "409", ref = ApiDescription.PROBLEM)
    @DeleteMapping("/auth/tokens")
    CompletableFuture<RegisteredPlayer> revokeAll(Player player) {
        // Tokens tell whole seconds, so those of this one are among them too, and the new one is of the next.
        Instant own = player.claims().issuedAt();
        Instant now = tokens.now();
        Instant issuedBefore = (own.isAfter(now) ? own : now).plusSeconds(1);
        TokenRequest usual = new TokenRequest(false, config.tokenLifetime().toMillis(), null);
        return revocation
                .ofAll(player, player.playerId(), issuedBefore)
                .thenApply(nothing -> fresh(player, issuedBefore, usual));
    }

    @Operation(
            summary = "Ends all tokens of a player, whoever has them",
            description =
                    "For the administrator. The player stays, and can be had again by an account elsewhere if one is linked.",
            tags = "Players")
    @DeleteMapping("/players/{playerId}/tokens")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    CompletableFuture<Void> endAll(Administrator administrator, @PathVariable String playerId) {
        if (!Ids.isCanonical(playerId)) {
            throw Problems.malformed("playerId", "must be a UUID in lower case");
        }
        return revocation.ofAll(administrator, playerId, tokens.now().plusSeconds(1));
    }

    private RegisteredPlayer fresh(Player player, Instant issuedAt, TokenRequest request) {
        return RegisteredPlayer.of(tokens.forPlayer(
                player.playerId(),
                player.playerName(),
                issuedAt,
                Duration.ofMillis(request.lifetimeMs()),
                request.gameId()));
    }
}
