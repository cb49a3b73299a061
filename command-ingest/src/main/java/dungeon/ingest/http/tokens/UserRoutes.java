package dungeon.ingest.http.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dungeon.ingest.http.AnyToken;
import dungeon.ingest.identity.Caller;
import dungeon.ingest.identity.Player;
import dungeon.platform.token.TokenClaims;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
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

    @Operation(summary = "Who one is by one's token", tags = "Players")
    @GetMapping("/users/me")
    User me(@AnyToken Caller caller) {
        return User.of(caller);
    }
}
