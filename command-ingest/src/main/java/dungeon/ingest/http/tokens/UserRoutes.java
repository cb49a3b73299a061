package dungeon.ingest.http.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dungeon.ingest.commands.TokenRevocation;
import dungeon.ingest.http.AnyToken;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.ingest.session.SessionCookie;
import dungeon.platform.token.TokenClaims;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who one is. */
@RestController
final class UserRoutes {
    /** Whom a token stands for. What does not apply is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            @Schema(format = "uuid", description = "Left out for an administrator")
            String playerId,

            @Schema(description = "Left out for an administrator")
            String playerName,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"player", "administrator"})
            String kind,

            @Schema(format = "uuid", description = "Left out for a token from before there were ids")
            String tokenId,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant expiresAt,

            @Schema(
                    format = "uuid",
                    description = "The only game that the token holds for; left out if it holds for all")
            String gameId) {
        static User of(Caller caller) {
            TokenClaims claims = caller.claims();
            return new User(
                    caller.playerId(),
                    caller instanceof Player player ? player.playerName() : null,
                    claims.kind().name().toLowerCase(Locale.ROOT),
                    claims.tokenId(),
                    claims.expiresAt(),
                    claims.gameId());
        }
    }

    private final TokenRevocation revocation;
    private final SessionCookie session;
    private final Clock clock;

    UserRoutes(TokenRevocation revocation, SessionCookie session, Clock clock) {
        this.revocation = revocation;
        this.session = session;
        this.clock = clock;
    }

    @Operation(
            summary = "Ends everything by which one is this player, for good",
            description =
                    "All tokens end, and so does the browser's session. Games that were played stay as they are. An account elsewhere that is"
                            + " linked still leads to the player; whoever does not want that ends the link first.",
            tags = "Players")
    @DeleteMapping("/users/me")
    CompletableFuture<ResponseEntity<Void>> leave(Player player) {
        Instant own = player.claims().issuedAt();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        // Tokens tell whole seconds, and that of this request is to end too.
        Instant issuedBefore = (own.isAfter(now) ? own : now).plusSeconds(1);
        return revocation
                .ofAll(player, player.playerId(), issuedBefore)
                .thenApply(nothing -> ResponseEntity.status(HttpStatus.NO_CONTENT)
                        .header(HttpHeaders.SET_COOKIE, session.none())
                        .build());
    }

    @Operation(summary = "Who one is by one's token", tags = "Players")
    @GetMapping("/users/me")
    User me(@AnyToken Caller caller) {
        return User.of(caller);
    }
}
