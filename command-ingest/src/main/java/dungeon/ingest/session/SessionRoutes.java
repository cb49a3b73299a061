package dungeon.ingest.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dungeon.ingest.commands.Readiness;
import dungeon.ingest.commands.TokenRevocation;
import dungeon.ingest.config.IngestConfig;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.ingest.identity.Token;
import dungeon.ingest.identity.Tokens;
import dungeon.ingest.players.PlayerRegistrar;
import dungeon.ingest.problems.Problem;
import dungeon.schemas.identity.RejectionCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a browser begins and ends to play for somebody. */
@RestController
final class SessionRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRoutes.class);

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
    private final Readiness readiness;
    private final Clock clock;

    SessionRoutes(
            PlayerRegistrar registrar,
            TokenRevocation revocation,
            Tokens tokens,
            SessionCookie cookie,
            IngestConfig config,
            Readiness readiness,
            Clock clock) {
        this.registrar = registrar;
        this.revocation = revocation;
        this.tokens = tokens;
        this.cookie = cookie;
        this.config = config;
        this.readiness = readiness;
        this.clock = clock;
    }

    @Operation(
            summary = "Registers a guest, and lets the browser play for them",
            description = "As POST /auth/guest, but the token comes in a cookie that scripts cannot read.",
            tags = "Sessions")
    @PostMapping("/auth/guest/session")
    CompletableFuture<ResponseEntity<Session>> ofGuest() {
        return registrar
                .registerGuest()
                .thenApply(player -> begun(player.getPlayerId(), player.getPlayerName(), Instant.EPOCH));
    }

    @Operation(
            summary = "Lets the browser act for the token of the request",
            description =
                    "The cookie has a token of its own; that of the request goes on to hold. An administrator's session ends after an hour.",
            tags = "Sessions")
    @PostMapping("/auth/session")
    ResponseEntity<Session> of(Caller caller) {
        // Before the log has been read, a token that was revoked would pass, and live on in another one.
        readiness.require();
        return caller instanceof Player player
                ? begun(player.playerId(), player.playerName(), player.claims().issuedAt())
                : begun(null, null, tokens.forAdministrator(administratorLifetime(caller)));
    }

    /** A session that begins with another one ends with it. */
    private Duration administratorLifetime(Caller administrator) {
        Duration left = Duration.between(clock.instant(), administrator.claims().expiresAt());
        return left.compareTo(SessionCookie.ADMINISTRATOR_LIFETIME) < 0 ? left : SessionCookie.ADMINISTRATOR_LIFETIME;
    }

    @Operation(
            summary = "Ends the session, and takes its token back",
            description =
                    "The player stays. A guest whose only token this was cannot be had again, unless an account elsewhere is linked.",
            tags = "Sessions")
    @DeleteMapping("/auth/session")
    CompletableFuture<ResponseEntity<Void>> end(Caller caller) {
        CompletableFuture<Void> revoked =
                caller instanceof Player player && player.claims().tokenId() != null
                        ? revocation.ofOne(
                                player,
                                player.playerId(),
                                player.claims().tokenId(),
                                player.claims().expiresAt())
                        : CompletableFuture.completedFuture(null);
        return revoked.exceptionally(SessionRoutes::passOverIfFull)
                .thenApply(nothing -> ResponseEntity.status(HttpStatus.NO_CONTENT)
                        .header(HttpHeaders.SET_COOKIE, cookie.none())
                        .build());
    }

    /** Whoever has signed out too often to have another token taken back is to be signed out all the same. */
    private static Void passOverIfFull(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof Problem problem && problem.code().equals(RejectionCode.LIMIT_REACHED.name())) {
            LOG.debug("The token of a session that has ended holds until it ends by itself", problem);
            return null;
        }
        throw new CompletionException(cause);
    }

    /** @param notBefore a token that was given after all others were taken back is of the next second */
    private ResponseEntity<Session> begun(String playerId, String playerName, Instant notBefore) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant issuedAt = notBefore.isAfter(now) ? notBefore : now;
        return begun(
                playerId, playerName, tokens.forPlayer(playerId, playerName, issuedAt, config.tokenLifetime(), null));
    }

    private ResponseEntity<Session> begun(String playerId, String playerName, Token token) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.of(token))
                .body(new Session(playerId, playerName, token.expiresAt()));
    }
}
