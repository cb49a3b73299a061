package dungeon.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dungeon.ingest.commands.TokenRevocation;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Token;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.players.PlayerRegistrar;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a browser begins and ends to play for somebody. */
@RestController
final class SessionRoutes {
    /** For whom the browser acts from now on; the token is in the cookie only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            @Schema(format = "uuid", description = "Left out for an administrator")
            String playerId,

            @Schema(description = "Left out for an administrator")
            String playerName,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant expiresAt) {}

    private final PlayerRegistrar registrar;
    private final TokenRevocation revocation;
    private final Tokens tokens;
    private final SessionCookie cookie;
    private final IngestConfig config;

    SessionRoutes(
            PlayerRegistrar registrar,
            TokenRevocation revocation,
            Tokens tokens,
            SessionCookie cookie,
            IngestConfig config) {
        this.registrar = registrar;
        this.revocation = revocation;
        this.tokens = tokens;
        this.cookie = cookie;
        this.config = config;
    }

    @Operation(
            summary = "Registers a guest, and lets the browser play for them",
            description = "As POST /auth/guest, but the token comes in a cookie that scripts cannot read.",
            tags = "Sessions")
    @PostMapping("/auth/guest/session")
    CompletableFuture<ResponseEntity<Session>> ofGuest() {
        return registrar.registerGuest().thenApply(player -> begun(player.getPlayerId(), player.getPlayerName()));
    }

    @Operation(
            summary = "Lets the browser act for the token of the request",
            description =
                    "The cookie has a token of its own; that of the request goes on to hold. An administrator's session ends after an hour.",
            tags = "Sessions")
    @PostMapping("/auth/session")
    ResponseEntity<Session> of(Caller caller) {
        return caller instanceof Player player
                ? begun(player.playerId(), player.playerName())
                : begun(null, null, tokens.forAdministrator(SessionCookie.ADMINISTRATOR_LIFETIME));
    }

    @Operation(
            summary = "Ends the session, and takes its token back",
            description =
                    "The player stays. A guest whose only token this was cannot be had again, unless an account elsewhere is linked.",
            tags = "Sessions")
    @DeleteMapping("/auth/session")
    CompletableFuture<ResponseEntity<Void>> end(Caller caller) {
        CompletableFuture<?> revoked =
                caller instanceof Player player && player.claims().tokenId() != null
                        ? revocation.ofOne(
                                player,
                                player.playerId(),
                                player.claims().tokenId(),
                                player.claims().expiresAt())
                        : CompletableFuture.completedFuture(null);
        return revoked.thenApply(nothing -> ResponseEntity.status(HttpStatus.NO_CONTENT)
                .header(HttpHeaders.SET_COOKIE, cookie.none())
                .build());
    }

    private ResponseEntity<Session> begun(String playerId, String playerName) {
        return begun(playerId, playerName, tokens.forPlayer(playerId, playerName, config.tokenLifetime()));
    }

    private ResponseEntity<Session> begun(String playerId, String playerName, Token token) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.of(token))
                .body(new Session(playerId, playerName, token.expiresAt()));
    }
}
